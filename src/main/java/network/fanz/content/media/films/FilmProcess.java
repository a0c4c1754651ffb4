package network.fanz.content.media.films;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import network.fanz.content.media.FilmRefusal;
import network.fanz.content.media.FilmRefused;
import network.fanz.content.media.films.child.Word;

/**
 * One process at its work. It has no way to the film but to ask here for bytes, and no way to write but to say them here; nothing that it
 * says is believed further than its form.
 */
final class FilmProcess {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,20}\\.[a-z0-9]{1,8}");
    private static final int READ_MAX = 1 << 20;
    private static final int FACTS_MAX = 1000;
    private static final int OUTPUT_MAX = 64 << 20;
    private static final int SIDE_MAX = 4096;
    private static final int BYTES_A_PIXEL = 3;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final List<SeekableByteChannel> inputs;
    private final FilmMaking making;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private long left;

    FilmProcess(Process process, List<SeekableByteChannel> inputs, FilmMaking making, long bytesMax) {
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 256 * 1024));
        this.out = new DataOutputStream(process.getOutputStream());
        this.inputs = inputs;
        this.making = making;
        this.left = bytesMax;
    }

    /**
     * What it found, once it is done.
     *
     * @throws EOFException if it ended before
     */
    Map<String, String> listen() throws IOException, FilmRefused {
        while (true) {
            switch (word()) {
                case READ -> read();
                case FACT -> fact();
                case FRAME -> frame();
                case OUTPUT -> output();
                case PROGRESS -> making.progress(in.readLong());
                case REFUSED -> throw new FilmRefused(refusal());
                case DONE -> {
                    return facts;
                }
            }
        }
    }

    private Word word() throws IOException {
        int kind = in.readUnsignedByte();
        if (kind >= Word.values().length) {
            throw new IOException("The process says what nobody understands");
        }
        return Word.values()[kind];
    }

    private void read() throws IOException {
        int input = in.readUnsignedByte();
        long at = in.readLong();
        int length = in.readInt();
        if (input >= inputs.size() || at < 0 || length < 0 || length > READ_MAX) {
            throw new IOException("The process asks for what there is not");
        }
        SeekableByteChannel channel = inputs.get(input);
        ByteBuffer bytes = ByteBuffer.allocate(length);
        channel.position(at);
        int count = channel.read(bytes);
        while (count >= 0 && bytes.hasRemaining()) {
            count = channel.read(bytes);
        }
        out.writeInt(bytes.position() == 0 ? -1 : bytes.position());
        out.write(bytes.array(), 0, bytes.position());
        out.flush();
    }

    private void fact() throws IOException {
        facts.put(in.readUTF(), in.readUTF());
        if (facts.size() > FACTS_MAX) {
            throw new IOException("The process says too much");
        }
    }

    private void frame() throws IOException {
        long millis = in.readLong();
        int width = in.readInt();
        int height = in.readInt();
        if (width < 1 || height < 1 || width > SIDE_MAX || height > SIDE_MAX) {
            throw new IOException("A frame of no size");
        }
        byte[] rgb = bytes(width * height * BYTES_A_PIXEL, OUTPUT_MAX);
        taken(() -> making.frame(millis, width, height, rgb));
    }

    private void output() throws IOException {
        String name = in.readUTF();
        byte[] bytes = bytes(in.readInt(), OUTPUT_MAX);
        if (!NAME.matcher(name).matches()) {
            throw new IOException("A file without a name");
        }
        taken(() -> making.output(name, bytes));
    }

    /** What goes wrong where it is taken is not the process's fault, and is told as it is. */
    private static void taken(Handing handing) {
        try {
            handing.hand();
        } catch (IOException takers) {
            throw new UncheckedIOException(takers);
        }
    }

    private interface Handing {
        void hand() throws IOException;
    }

    private byte[] bytes(int length, int most) throws IOException {
        left -= length;
        if (length < 0 || length > most || left < 0) {
            throw new IOException("The process gives more than it may");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private FilmRefusal refusal() throws IOException {
        try {
            return FilmRefusal.valueOf(in.readUTF());
        } catch (IllegalArgumentException other) {
            throw new IOException("The process refuses for a reason that is none", other);
        }
    }
}
