package network.fanz.platform.mail;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the program did not start. */
final class MailFailureAnalyzer extends AbstractFailureAnalyzer<MailNotConfigured> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, MailNotConfigured cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
