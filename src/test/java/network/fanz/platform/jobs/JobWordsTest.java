package network.fanz.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People read what the regular work does, never its name. */
@Tag("database")
class JobWordsTest {
    @Test
    void allRegularWorkHasWords() {
        List<JobState> all = RunningFanz.shared().bean(Jobs.class).states();
        assertThat(all).isNotEmpty().allMatch(job -> JobState.hasWords(job.name()), "has words");
    }
}
