package network.fanz.content.media.films;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import network.fanz.content.media.FilmRefusal;
import network.fanz.content.media.FilmRefused;
import network.fanz.content.media.NewRendition;
import network.fanz.content.media.RenditionKind;
import network.fanz.content.media.renditions.RenditionKeeper;
import org.springframework.stereotype.Component;

/** Makes a film's stills: one to begin with, the same in small, and one picture of all the film. */
@Component
class StillMaker {
    static final String BUNDLE = "stills";
    private static final int POSTER_SIDE = 1280;
    private static final int THUMBNAIL_SIDE = 480;
    private static final int TILE_SIDE = 192;
    private static final int TILES_A_ROW = 5;
    /** Where the poster may be taken, in hundredths of the film: the richest of these is. */
    private static final List<Integer> POSTER_AT = List.of(10, 30, 50);

    private final Films films;
    private final FilmProcesses processes;
    private final RenditionKeeper renditions;

    StillMaker(Films films, FilmProcesses processes, RenditionKeeper renditions) {
        this.films = films;
        this.processes = processes;
        this.renditions = renditions;
    }

    void make(UUID upload, FilmFacts film) throws IOException, FilmRefused {
        BufferedImage poster = frames(upload, film, POSTER_SIDE, POSTER_AT).stream()
                .max((one, other) -> Double.compare(richness(one), richness(other)))
                .orElseThrow(() -> new FilmRefused(FilmRefusal.DAMAGED));
        List<Integer> evenly = IntStream.range(0, TILES_A_ROW * TILES_A_ROW)
                .mapToObj(tile -> (2 * tile + 1) * 100 / (2 * TILES_A_ROW * TILES_A_ROW))
                .toList();
        List<BufferedImage> tiles = frames(upload, film, TILE_SIDE, evenly);
        if (tiles.isEmpty()) {
            throw new FilmRefused(FilmRefusal.DAMAGED);
        }
        Path folder = processes.newFolder();
        try {
            renditions.keep(
                    upload,
                    BUNDLE,
                    List.of(
                            written(folder, "poster.jpg", RenditionKind.POSTER, poster),
                            written(folder, "thumbnail.jpg", RenditionKind.THUMBNAIL, within(poster, THUMBNAIL_SIDE)),
                            written(folder, "storyboard.jpg", RenditionKind.STORYBOARD, board(tiles))));
        } finally {
            processes.delete(folder);
        }
    }

    private List<BufferedImage> frames(UUID upload, FilmFacts film, int side, List<Integer> hundredths)
            throws IOException, FilmRefused {
        String times = hundredths.stream()
                .map(part -> Long.toString(film.millis() * part / 100))
                .collect(Collectors.joining(","));
        List<BufferedImage> frames = new ArrayList<>();
        films.frames(upload, film, side, Map.of("at", times), SampledFrames.taking((at, image) -> frames.add(image)));
        return frames;
    }

    /** How far its brightness is spread: a black or white frame says nothing. */
    private static double richness(BufferedImage image) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = 0; y < image.getHeight(); y += 8) {
            for (int x = 0; x < image.getWidth(); x += 8) {
                int rgb = image.getRGB(x, y);
                int light = (rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF);
                sum += light;
                squares += (double) light * light;
                count++;
            }
        }
        return squares / count - sum / count * (sum / count);
    }

    private static BufferedImage board(List<BufferedImage> tiles) {
        int width = tiles.getFirst().getWidth();
        int height = tiles.getFirst().getHeight();
        BufferedImage board = new BufferedImage(width * TILES_A_ROW, height * TILES_A_ROW, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = board.createGraphics();
        for (int at = 0; at < TILES_A_ROW * TILES_A_ROW; at++) {
            BufferedImage tile = tiles.get(Math.min(at, tiles.size() - 1));
            pen.drawImage(tile, at % TILES_A_ROW * width, at / TILES_A_ROW * height, width, height, null);
        }
        pen.dispose();
        return board;
    }

    private static BufferedImage within(BufferedImage image, int side) {
        double scale = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
        BufferedImage small = new BufferedImage(
                Math.max(1, (int) Math.round(image.getWidth() * scale)),
                Math.max(1, (int) Math.round(image.getHeight() * scale)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(image, 0, 0, small.getWidth(), small.getHeight(), null);
        pen.dispose();
        return small;
    }

    private static NewRendition written(Path folder, String name, RenditionKind kind, BufferedImage image)
            throws IOException {
        Path file = folder.resolve(name);
        if (!ImageIO.write(image, "jpeg", file.toFile())) {
            throw new IOException("No JPEG can be written");
        }
        BufferedImage again = ImageIO.read(file.toFile());
        if (again == null || again.getWidth() != image.getWidth() || again.getHeight() != image.getHeight()) {
            throw new IOException("A still is not what was meant");
        }
        return new NewRendition(name, kind, "image/jpeg", image.getWidth(), image.getHeight(), file);
    }
}
