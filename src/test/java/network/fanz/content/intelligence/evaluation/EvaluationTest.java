package network.fanz.content.intelligence.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import network.fanz.content.intelligence.Drawings;
import network.fanz.content.intelligence.classifier.PictureClassifier;
import network.fanz.content.intelligence.evaluation.ScoredPictures.AtThreshold;
import network.fanz.content.intelligence.evaluation.ScoredPictures.ScoredPicture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How models and labels are compared: by counts that add up, and no number where there is nothing to count. */
class EvaluationTest {
    @TempDir
    Path folder;

    @Test
    void eachThresholdCountsEachPictureOnce() {
        ScoredPictures scored = new ScoredPictures(List.of(
                new ScoredPicture(0.9, true, "a"),
                new ScoredPicture(0.4, true, "b"),
                new ScoredPicture(0.5, false, "a"),
                new ScoredPicture(0.1, false, "b")));
        assertThat(scored.at(0.5)).isEqualTo(new AtThreshold(0.5, 1, 1, 1, 1));
        assertThat(scored.at(0)).isEqualTo(new AtThreshold(0, 2, 0, 2, 0));
        assertThat(scored.at(1)).isEqualTo(new AtThreshold(1, 0, 2, 0, 2));
        assertThat(scored.of("a").at(0.5)).isEqualTo(new AtThreshold(0.5, 1, 0, 1, 0));
        assertThat(scored.slices()).containsExactly("a", "b");
        assertThat(scored.thresholds())
                .hasSize(21)
                .allSatisfy(at -> assertThat(at.found() + at.missed() + at.alarms() + at.passed())
                        .isEqualTo(4));
    }

    @Test
    void aClassWithoutPicturesIsNotMeasured() throws IOException {
        Files.write(folder.resolve("one.png"), Drawings.file("drawing-0004.png"));
        Files.write(folder.resolve("two.png"), Drawings.file("drawing-0010.png"));
        Files.writeString(folder.resolve("no.png"), "no picture");
        String printed = printed("""
                file,label,by
                one.png,other,pen
                two.png,other,brush
                no.png,other,pen
                gone.png,other,pen
                """, "by");
        assertThat(printed)
                .contains(
                        "2 measured, 2 could not be read: [no.png, gone.png]", "not measured", "by = brush", "by = pen")
                .contains("     0.00       0       0       2       0  not measured       1.0000");
        assertThat(Files.list(folder)).hasSize(4);
    }

    @Test
    void whatIsNoListIsSaid() {
        assertThatThrownBy(() -> printed("file,label\none.png,perhaps\n", null)).hasMessageContaining("Line 2");
        assertThatThrownBy(() -> printed("file,label\none.png\n", null)).hasMessageContaining("other columns");
        assertThatThrownBy(() -> printed("picture,label\n", null)).hasMessageContaining("no column file");
        assertThatThrownBy(() -> printed("file,label\n", "light")).hasMessageContaining("no column light");
    }

    private String printed(String list, @Nullable String by) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Evaluation(new PictureClassifier(Path.of("target", "test-data"), Duration.ofSeconds(10)))
                .print(
                        Files.writeString(folder.resolve("list.csv"), list),
                        by,
                        new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
