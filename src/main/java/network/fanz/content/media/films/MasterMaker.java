package network.fanz.content.media.films;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.content.media.NewRendition;
import network.fanz.content.media.Rendition;
import network.fanz.content.media.RenditionKind;
import network.fanz.content.media.films.Playlists.ListedRung;
import network.fanz.content.media.renditions.RenditionKeeper;
import org.springframework.stereotype.Component;

/** Makes the list of all rungs, of what is kept of each: so it can be made whoever made them. */
@Component
class MasterMaker {
    static final String BUNDLE = "master";
    static final String NAME = "master.m3u8";
    private static final int HEAD_MAX = 64 * 1024;
    private static final int BITS = 8;

    private final FilmProcesses processes;
    private final RenditionKeeper renditions;

    MasterMaker(FilmProcesses processes, RenditionKeeper renditions) {
        this.processes = processes;
        this.renditions = renditions;
    }

    void make(UUID upload, FilmFacts film, List<Rung> ladder) throws IOException {
        List<Rendition> kept = renditions.of(upload);
        List<ListedRung> listed = new ArrayList<>();
        for (Rung rung : ladder) {
            listed.add(listed(film, rung, kept));
        }
        Path folder = processes.newFolder();
        try {
            Path file = Files.writeString(folder.resolve(NAME), Playlists.ofRungs(listed));
            renditions.keep(
                    upload,
                    BUNDLE,
                    List.of(new NewRendition(NAME, RenditionKind.PLAYLIST, Playlists.MEDIA_TYPE, 0, 0, file)));
        } finally {
            processes.delete(folder);
        }
    }

    private ListedRung listed(FilmFacts film, Rung rung, List<Rendition> kept) throws IOException {
        List<Rendition> segments = kept.stream()
                .filter(each -> each.bundle().equals(rung.name()) && each.name().endsWith(".m4s"))
                .toList();
        long largest = segments.stream().mapToLong(Rendition::length).max().orElse(0);
        long all = segments.stream().mapToLong(Rendition::length).sum();
        double longest = Math.min(rung.seconds(rung.segment()), film.millis() / 1000.0);
        return new ListedRung(
                rung.name(),
                rung.width(),
                rung.height(),
                codecs(head(rung, kept)),
                (long) Math.ceil(largest * BITS / Math.max(longest, 0.1)),
                (long) Math.ceil(all * BITS * 1000.0 / Math.max(film.millis(), 100)));
    }

    private byte[] head(Rung rung, List<Rendition> kept) throws IOException {
        Rendition head = kept.stream()
                .filter(each -> each.name().equals(rung.name() + "/init.mp4"))
                .findFirst()
                .orElseThrow(() -> new IOException("A rung has no head"));
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(head.length(), HEAD_MAX));
        try (SeekableByteChannel channel = renditions.open(head)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                continue;
            }
        }
        return bytes.array();
    }

    /** As the head's own boxes say: profile, what holds beside it, and level (ISO/IEC 14496-15, 5.3.3.1). */
    private static String codecs(byte[] head) throws IOException {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("avcC");
        if (at < 0 || at + 8 > head.length) {
            throw new IOException("A rung's head does not say what it is");
        }
        String pictures = String.format("avc1.%02x%02x%02x", head[at + 5], head[at + 6], head[at + 7]);
        return text.contains("mp4a") ? pictures + ",mp4a.40.2" : pictures;
    }
}
