package network.fanz.platform.program;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line why the program did not start, and nothing else says it again in a box. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureReporter implements FailureAnalysisReporter {
    private static final String BOX = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    @Override
    public void report(FailureAnalysis analysis) {
        LoggingSystem logs = LoggingSystem.get(StartFailureReporter.class.getClassLoader());
        logs.setLogLevel(BOX, LogLevel.OFF);
        // While the program stops it would warn, with a trace, that the context is being closed already.
        logs.setLogLevel(SpringApplication.class.getName(), LogLevel.OFF);
        String action = analysis.getAction() == null ? "" : " " + line(analysis.getAction());
        System.err.println("FANZ did not start: " + line(analysis.getDescription()) + action);
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
