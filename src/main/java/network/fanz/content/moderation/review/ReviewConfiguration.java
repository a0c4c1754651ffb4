package network.fanz.content.moderation.review;

import java.time.Duration;
import network.fanz.content.catalogue.events.ReleaseMoved;
import network.fanz.platform.events.Subscription;
import network.fanz.platform.jobs.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration FORGOTTEN_EVERY = Duration.ofHours(1);

    @Bean
    Subscription moderationReview(ReviewArrivals arrivals) {
        return Subscription.named("moderation.review")
                .on(ReleaseMoved.class, moved -> arrivals.moved(moved.event()))
                .forOperators(
                        "Works for review", "What has just come to a person’s decision is not in their queue yet.");
    }

    @Bean
    Job moderationDecisions(DecisionEffects effects) {
        return new Job("moderation.decisions", EVERY, effects::run);
    }

    @Bean
    Job moderationExposure(DecisionEffects effects) {
        return new Job("moderation.exposure", FORGOTTEN_EVERY, effects::forget);
    }
}
