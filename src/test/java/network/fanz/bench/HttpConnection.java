package network.fanz.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection to the program, kept open: a request goes out, its answer comes back (HTTP/1.1, RFC 9112). It does as little work of its
 * own as it can, for whoever is measured shares the processors with it.
 */
public final class HttpConnection implements AutoCloseable {
    private final int port;
    private final String host;
    private Socket socket;
    private InputStream in;

    public HttpConnection(int port) throws IOException {
        this.port = port;
        this.host = "fanz.localhost:" + port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    public record Answer(int status, String body) {}

    /**
     * @param headers lines that end in CRLF, without Host, Content-Type and Content-Length
     * @param type the body's content type
     */
    public Answer send(String method, String path, String headers, String type, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Content-Type: " + type
                + "\r\nContent-Length: " + content.length + "\r\n\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.length() + content.length);
        all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(content);
        socket.getOutputStream().write(all.toByteArray());
        return answer();
    }

    /**
     * Gets a file and throws it away.
     *
     * @param headers lines that end in CRLF, Host among them
     * @return how many bytes it has
     * @throws IOException if it is not there
     */
    public int get(String path, String headers) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\n" + headers + "\r\n").getBytes(StandardCharsets.US_ASCII));
        String status = line();
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
        }
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
        in.skipNBytes(length);
        return length;
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.equals("transfer-encoding: chunked");
            last |= lower.equals("connection: close");
        }
        Answer answer =
                new Answer(status, new String(chunked ? chunks() : in.readNBytes(length), StandardCharsets.UTF_8));
        if (last) {
            close();
            connect();
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            all.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The program hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
