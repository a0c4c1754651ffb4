/**
 * Executive figures, each with its definition and its rows.
 *
 * <p>Invariants: a figure without data says so; every figure can be counted anew from the event log, and
 * until that is done the figures as counted before are read.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.events",
            "platform.jobs",
            "security.identity :: events",
            "security.fraud :: events",
            "finance.currency",
            "finance.payments :: events",
            "content.audience :: events",
            "content.catalogue :: events",
            "security.monitoring :: events"
        })
@NullMarked
package network.fanz.insight.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
