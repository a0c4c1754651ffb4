package network.fanz.content.media.films.child;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import network.fanz.content.media.FilmRefusal;

/**
 * The one way out of the process. Whoever started it reads the film for it and takes what it makes; once nobody does any more, the process
 * ends at its next word.
 */
final class Wire {
    private static final int GONE = 9;

    private final DataInputStream in;
    private final DataOutputStream out;

    Wire(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(new BufferedOutputStream(out, 256 * 1024));
    }

    private interface Saying {
        void say() throws IOException;
    }

    /** @return how many bytes; negative at the end */
    int read(int input, long at, byte[] into, int length) {
        try {
            kind(Word.READ);
            out.writeByte(input);
            out.writeLong(at);
            out.writeInt(length);
            out.flush();
            int count = in.readInt();
            if (count > 0) {
                in.readFully(into, 0, count);
            }
            return count;
        } catch (IOException gone) {
            throw end();
        }
    }

    void fact(String name, Object value) {
        say(() -> {
            kind(Word.FACT);
            out.writeUTF(name);
            out.writeUTF(value.toString());
        });
    }

    void frame(long millis, int width, int height, byte[] rgb) {
        say(() -> {
            kind(Word.FRAME);
            out.writeLong(millis);
            out.writeInt(width);
            out.writeInt(height);
            out.write(rgb);
            out.flush();
        });
    }

    void output(String name, byte[] bytes) {
        say(() -> {
            kind(Word.OUTPUT);
            out.writeUTF(name);
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
        });
    }

    void progress(long millis) {
        say(() -> {
            kind(Word.PROGRESS);
            out.writeLong(millis);
            out.flush();
        });
    }

    void refused(FilmRefusal reason) {
        say(() -> {
            kind(Word.REFUSED);
            out.writeUTF(reason.name());
            out.flush();
        });
    }

    void done() {
        say(() -> {
            kind(Word.DONE);
            out.flush();
        });
    }

    private void kind(Word word) throws IOException {
        out.writeByte(word.ordinal());
    }

    private static void say(Saying saying) {
        try {
            saying.say();
        } catch (IOException gone) {
            throw end();
        }
    }

    /** Nothing here is worth an orderly end, and a call from below must not throw. */
    private static Error end() {
        Runtime.getRuntime().halt(GONE);
        return new AssertionError();
    }
}
