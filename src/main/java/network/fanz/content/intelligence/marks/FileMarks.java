package network.fanz.content.intelligence.marks;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import network.fanz.content.intelligence.Signal;

/** What a file says of its own making. Nobody's signature is checked: that it says so is all that is known. */
public final class FileMarks {
    private static final String MODEL = "file marks";
    /** Goes up whenever a mark is added. */
    private static final String VERSION = "1";

    /** Where Content Credentials stand (C2PA 2.1, A.3), in boxes of JUMBF that name them. */
    private static final Set<String> CREDENTIALS = Set.of("ffeb", "caBX", "C2PA", "uuid");

    /** IPTC's digital source types of pictures that are not taken (cv.iptc.org/newscodes/digitalsourcetype). */
    private static final String NOT_TAKEN = "algorithmicmedia";

    /** What common generators write into their files. */
    private static final Set<String> GENERATORS = Set.of(
            "stable diffusion",
            "stable-diffusion",
            "sd-metadata",
            "invokeai",
            "comfyui",
            "novelai",
            "midjourney",
            "dall-e",
            "adobe firefly",
            "made with google ai",
            "bing image creator",
            "negative prompt:",
            "cfg scale:");

    private FileMarks() {}

    /**
     * Whether it says that a program made it, and whether it carries Content Credentials: 1 or 0.
     *
     * @param file the file as it was sent; it is read here and there, and not closed
     */
    public static List<Signal> of(SeekableByteChannel file, Instant at) throws IOException {
        List<MetadataPiece> pieces = FileParts.of(file);
        return List.of(
                signal("ai.marked", pieces.stream().anyMatch(FileMarks::saysMade), at),
                signal("c2pa.present", pieces.stream().anyMatch(FileMarks::hasCredentials), at));
    }

    private static Signal signal(String name, boolean found, Instant at) {
        return new Signal(name, found ? 1 : 0, MODEL, VERSION, at, null);
    }

    private static boolean saysMade(MetadataPiece piece) {
        String text = piece.text().toLowerCase(Locale.ROOT);
        return text.contains(NOT_TAKEN)
                || GENERATORS.stream().anyMatch(text::contains)
                || piece.kind().equals("tEXt") && (text.startsWith("workflow{") || text.startsWith("prompt{"));
    }

    private static boolean hasCredentials(MetadataPiece piece) {
        return CREDENTIALS.contains(piece.kind())
                && piece.text().contains("jumb")
                && piece.text().contains("c2pa");
    }
}
