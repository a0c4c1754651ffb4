package network.fanz.content.moderation.texts;

import static network.fanz.common.Language.say;

import java.util.List;
import network.fanz.content.introductions.Introduction;
import network.fanz.content.introductions.IntroductionGate;
import network.fanz.content.moderation.PolicySurface;
import org.springframework.stereotype.Component;

/** Holds what creators say of themselves against the policy. Their links are looked at by people: each is an address elsewhere. */
@Component
final class IntroductionReader implements IntroductionGate {
    private final TextReader reader;

    IntroductionReader(TextReader reader) {
        this.reader = reader;
    }

    @Override
    public List<IntroductionNote> look(Introduction introduction) {
        String words = introduction.words();
        return reader.read(words, PolicySurface.TEXT).findings().stream()
                .map(finding -> new IntroductionNote(
                        finding.rule(),
                        finding.words() == null ? say("A rule of the policy speaks.") : finding.words(),
                        words.substring(finding.from(), finding.to())))
                .toList();
    }
}
