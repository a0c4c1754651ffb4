package network.fanz.security.monitoring.alerts;

import static network.fanz.common.Language.say;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.access.PublicHosts;
import network.fanz.security.monitoring.MonitoringSettings;
import network.fanz.security.monitoring.SecurityAlert;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails the administrators about alerts that were not acknowledged in time, and closes by rule what is no alert any more. Mark and mail share one transaction, so each alert is mailed
 * once.
 */
@Component
public class Escalation {
    private static final Logger LOG = LoggerFactory.getLogger(Escalation.class);
    private static final String DASHBOARD = "dash";

    private final Alerts alerts;
    private final MonitoringSettings settings;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Identity> identity;
    private final ObjectProvider<PublicHosts> hosts;

    /** Takes a provider of identity and asks it only on an escalation: rules and lists need no account. */
    Escalation(
            Alerts alerts,
            MonitoringSettings settings,
            TransactionTemplate transaction,
            ObjectProvider<Identity> identity,
            ObjectProvider<PublicHosts> hosts) {
        this.alerts = alerts;
        this.settings = settings;
        this.transaction = transaction;
        this.identity = identity;
        this.hosts = hosts;
    }

    /** Closes what has become quiet, then calls people about what has not. */
    public void run() {
        transaction.executeWithoutResult(status -> alerts.expire(settings.expireAfter()));
        transaction.executeWithoutResult(status -> {
            List<SecurityAlert> late = alerts.escalate(settings.escalateAfter(), settings.escalateHighAfter());
            if (!late.isEmpty()) {
                mailAdministrators(late);
            }
        });
    }

    private void mailAdministrators(List<SecurityAlert> late) {
        late.forEach(alert -> LOG.warn("Nobody has taken up the alert {}", alert.id()));
        String dashboard = hosts.getObject().baseUrl(DASHBOARD);
        identity.getObject()
                .mailAdministrators(
                        () -> say(
                                late.size() == 1 ? "A security alert waits" : "{0} security alerts wait", late.size()),
                        () -> say(
                                "Nobody has taken up these alerts in time. Please take them up:\n\n{0}",
                                late.stream()
                                        .map(alert -> line(alert, dashboard))
                                        .collect(Collectors.joining("\n"))));
    }

    /** Kind and id only, because an alert's text may come from outside. */
    private static String line(SecurityAlert alert, String dashboard) {
        return "%s, %s\n%s/security/alerts/%s\n"
                .formatted(word(alert.severity()), word(alert.type()), dashboard, alert.id());
    }

    private static String word(Enum<?> constant) {
        return say(constant.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
