package network.fanz.content.intelligence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import network.fanz.content.media.PictureRefusal;
import network.fanz.content.media.PictureRefused;
import network.fanz.content.media.Pictures;
import network.fanz.content.media.PicturesBusy;
import org.springframework.stereotype.Component;

/** Takes files' hashes: of the bytes, and of what a picture looks like. */
@Component
public class ImageHasher {
    private static final int PIECE = 64 * 1024;

    private final Pictures pictures;

    ImageHasher(Pictures pictures) {
        this.pictures = pictures;
    }

    /** @throws PicturesBusy if others are hashed for too long; nothing is known of the file then */
    public ImageHashes hashes(byte[] file) {
        try {
            return hashes(new ByteArrayInputStream(file));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Of a file however large: what is too large to be a picture has digests only.
     *
     * @param file is read to its end, and not closed
     * @throws IOException if it cannot be read
     * @throws PicturesBusy if others are hashed for too long; nothing is known of the file then
     */
    public ImageHashes hashes(InputStream file) throws IOException {
        List<MessageDigest> digests = List.of(digest("SHA-256"), digest("SHA-1"), digest("MD5"));
        long most = pictures.fileMax();
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        long length = 0;
        for (int read = file.read(piece); read >= 0; read = file.read(piece)) {
            length += read;
            for (MessageDigest digest : digests) {
                digest.update(piece, 0, read);
            }
            if (length <= most) {
                kept.write(piece, 0, read);
            }
        }
        FileDigests found = new FileDigests(hex(digests.get(0)), hex(digests.get(1)), hex(digests.get(2)));
        return length > most
                ? new ImageHashes(found, List.of(), PictureRefusal.TOO_LARGE)
                : seen(found, kept.toByteArray());
    }

    /**
     * Of a file however large, its bytes alone.
     *
     * @param file is read to its end, and not closed
     */
    public FileDigests digests(InputStream file) throws IOException {
        List<MessageDigest> digests = List.of(digest("SHA-256"), digest("SHA-1"), digest("MD5"));
        byte[] piece = new byte[PIECE];
        for (int read = file.read(piece); read >= 0; read = file.read(piece)) {
            for (MessageDigest digest : digests) {
                digest.update(piece, 0, read);
            }
        }
        return new FileDigests(hex(digests.get(0)), hex(digests.get(1)), hex(digests.get(2)));
    }

    /** The ways of seeing a picture that was decoded. */
    public List<PictureLook> looks(BufferedImage picture) {
        return PictureLooks.of(picture);
    }

    private ImageHashes seen(FileDigests digests, byte[] file) {
        try {
            return new ImageHashes(digests, pictures.stored(file, PictureLooks::of), null);
        } catch (PictureRefused refused) {
            return new ImageHashes(digests, List.of(), refused.reason());
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
