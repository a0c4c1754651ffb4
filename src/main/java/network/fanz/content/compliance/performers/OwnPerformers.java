package network.fanz.content.compliance.performers;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import network.fanz.common.AccountId;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.common.Page;
import network.fanz.content.compliance.OtherName;
import network.fanz.content.compliance.PerformerDetails;
import network.fanz.content.compliance.PerformerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which records somebody keeps of the people in their works. What is in them is in the file where the person is oneself alone. */
@Component
@Order(13)
class OwnPerformers implements OwnRecords {
    private static final Set<String> TABLES = Set.of(
            "compliance.performer",
            "compliance.performer_version",
            "compliance.performer_document",
            "compliance.performer_name");

    private final SealedPerformers kept;

    OwnPerformers(SealedPerformers kept) {
        this.kept = kept;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(OwnSection.<PerformerRecord>of(
                        "people_in_your_works",
                        "Records that you keep of the people in your works. What is in them is theirs, so it is in the file only where the person is you; on FanzTube you see it all. The law of the United States asks for them for seven years from the last change, so they stay when your account is erased.",
                        TABLES,
                        this::page)
                .with("record", PerformerRecord::id)
                .with("is_you", PerformerRecord::oneself)
                .with("recorded_at", PerformerRecord::recordedAt)
                .with("kept_until", PerformerRecord::keptUntil)
                .with("versions", record -> record.versions().size())
                .with("documents", record -> record.currentDocuments().size())
                .with("legal_name", mine(PerformerDetails::legalName))
                .with(
                        "other_names",
                        mine(details -> details.otherNames().stream()
                                .map(OtherName::name)
                                .toList()))
                .with("date_of_birth", mine(PerformerDetails::dateOfBirth))
                .with("identity_documents", OwnPerformers::documents));
    }

    private Page<PerformerRecord> page(AccountId owner, @Nullable String after) {
        return Page.cut(
                kept.of(owner, after == null ? null : UUID.fromString(after), OwnSection.PAGE + 1),
                OwnSection.PAGE,
                record -> record.id().toString());
    }

    private static OwnSection.OwnField<PerformerRecord> mine(Function<PerformerDetails, Object> part) {
        return record -> record.oneself() ? part.apply(record.person().details()) : null;
    }

    private static @Nullable Object documents(PerformerRecord record) {
        return record.oneself()
                ? record.documents().stream()
                        .map(version -> version.content().type() + " "
                                + version.content().country() + " "
                                + version.content().number())
                        .toList()
                : null;
    }
}
