package network.fanz.content.media.films;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which segments there are, and which rungs (RFC 8216). */
final class Playlists {
    static final String MEDIA_TYPE = "application/vnd.apple.mpegurl";

    private Playlists() {}

    /**
     * A rung as the list of all names it.
     *
     * @param codecs RFC 6381
     * @param peakBits in a second, of the largest segment
     */
    record ListedRung(String name, int width, int height, String codecs, long peakBits, long averageBits) {}

    /** One rung's segments. */
    static String ofSegments(Rung rung, long frames) {
        StringBuilder list = new StringBuilder(String.format(
                Locale.ROOT,
                "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:%d\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-INDEPENDENT-SEGMENTS\n"
                        + "#EXT-X-MAP:URI=\"init.mp4\"\n",
                (long) Math.ceil(rung.seconds(rung.segment()))));
        int number = 1;
        for (long from = 0; from < frames; from += rung.segment()) {
            double seconds = rung.seconds(Math.min(rung.segment(), frames - from));
            list.append(String.format(Locale.ROOT, "#EXTINF:%.6f,\n%05d.m4s\n", seconds, number));
            number++;
        }
        return list.append("#EXT-X-ENDLIST\n").toString();
    }

    /** All rungs; a player begins with the first. */
    static String ofRungs(List<ListedRung> rungs) {
        StringBuilder list = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        rungs.stream()
                .sorted(Comparator.comparingInt(ListedRung::width))
                .forEach(rung -> list.append(String.format(
                        Locale.ROOT,
                        "#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,RESOLUTION=%dx%d,CODECS=\"%s\"\n%s/index.m3u8\n",
                        rung.peakBits(),
                        rung.averageBits(),
                        rung.width(),
                        rung.height(),
                        rung.codecs(),
                        rung.name())));
        return list.toString();
    }
}
