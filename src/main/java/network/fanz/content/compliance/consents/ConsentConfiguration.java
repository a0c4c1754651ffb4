package network.fanz.content.compliance.consents;

import network.fanz.content.catalogue.events.ReleaseMoved;
import network.fanz.content.compliance.events.RecordAmended;
import network.fanz.platform.events.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {
    @Bean
    Subscription complianceDepictions(DepictionHistory history) {
        return Subscription.named("compliance.depictions")
                .on(ReleaseMoved.class, moved -> history.note(moved.event()))
                .forOperators(
                        "Addresses of depictions", "Records do not say yet where what was published lately is found.");
    }

    @Bean
    Subscription complianceAmendedRecords(AmendedRecords records) {
        return Subscription.named("compliance.amended-records")
                .on(
                        RecordAmended.class,
                        amended -> records.lookAgain(amended.event().performer()))
                .forOperators(
                        "Amended records", "Works are not looked at again whose people’s records were amended lately.");
    }
}
