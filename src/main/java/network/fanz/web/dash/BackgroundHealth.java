package network.fanz.web.dash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.jobs.JobState;
import network.fanz.platform.mail.MailState;

/**
 * How the program's parts are doing.
 *
 * @param parts the worst first
 * @param at when it was asked
 */
public record BackgroundHealth(List<PartReport> parts, List<JobState> jobs, MailState mail, Instant at) {
    private static final Duration LETTER_WAIT_MAX = Duration.ofMinutes(10);

    static BackgroundHealth of(List<PartReport> reported, List<JobState> jobs, MailState mail, Instant now) {
        List<PartReport> parts = new ArrayList<>(reported);
        parts.add(ofMail(mail, now));
        parts.sort(Comparator.comparing(PartReport::level).reversed());
        return new BackgroundHealth(List.copyOf(parts), jobs, mail, now);
    }

    private static PartReport ofMail(MailState mail, Instant now) {
        Instant oldest = mail.oldest();
        if (oldest != null && oldest.plus(LETTER_WAIT_MAX).isBefore(now)) {
            return PartReport.alarm(
                    "Letters",
                    "Letters have been waiting for more than ten minutes: people wait for links to sign in.",
                    "Look whether the mail server takes letters from this program.");
        }
        return mail.failed() == 0
                ? PartReport.works("Letters", oldest == null ? "All have left." : "Some wait to leave, none for long.")
                : PartReport.attention(
                        "Letters",
                        "Some could not be sent and were given up; see the number below.",
                        "Look in the log for what the mail server said. Who waits for one can ask for another.");
    }

    public PartReport.Level worst() {
        return parts.stream()
                .map(PartReport::level)
                .max(Comparator.naturalOrder())
                .orElse(PartReport.Level.WORKS);
    }
}
