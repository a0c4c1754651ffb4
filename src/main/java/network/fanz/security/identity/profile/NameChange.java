package network.fanz.security.identity.profile;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.PublicName;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.eligibility.EligibilityChecks;
import network.fanz.security.identity.events.PublicNameChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Another public name: the rules and the sanctions screen of registration hold for it, so that a second name is no way round the first. */
@Component
public final class NameChange {
    /** What the screen can say of a name; age and country were decided on when the account was opened. */
    private static final Set<String> ABOUT_NAMES = Set.of(
            EligibilityChecks.SANCTIONS_MATCH, EligibilityChecks.NO_SANCTIONS_LIST, EligibilityChecks.CHECK_FAILED);

    private final ProfileStore store;
    private final AccountStore accounts;
    private final PersonalData personal;
    private final EligibilityChecks eligibility;
    private final Events events;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NameChange(
            ProfileStore store,
            AccountStore accounts,
            PersonalData personal,
            EligibilityChecks eligibility,
            Events events,
            Audit audit,
            TransactionTemplate transaction,
            @Steady Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.personal = personal;
        this.eligibility = eligibility;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws InvalidField if the name is not accepted */
    public void change(AccountId account, String raw) {
        AccountStore.AccountRow row = accounts.find(account).orElseThrow(() -> new NotFound("account"));
        boolean staff = row.roles().stream().anyMatch(Role::isStaff);
        PublicName name = staff ? PublicName.ofStaff(raw) : PublicName.of(raw);
        if (name.text().equals(personal.account(row).name())) {
            return;
        }
        screen(account, name, staff);
        byte[] sealed = personal.sealName(account, name);
        transaction.executeWithoutResult(status -> {
            if (!store.setName(account, sealed)) {
                throw new NotFound("account");
            }
            events.append(new PublicNameChanged(account, clock.instant()));
            audit.record(AuditAction.of("identity.change_name", account, "account:" + account));
        });
    }

    /** As at registration a missing list refuses nobody who was invited: the operator knows them. */
    private void screen(AccountId account, PublicName name, boolean staff) {
        ProfileStore.ScreenedPerson person = store.screened(account).orElseThrow(() -> new NotFound("account"));
        List<String> reasons = eligibility
                .check(personal.dateOfBirth(account, person.dateOfBirth()), person.country(), name.text())
                .reasons();
        if (reasons.stream()
                .filter(reason -> !(staff && reason.equals(EligibilityChecks.NO_SANCTIONS_LIST)))
                .anyMatch(ABOUT_NAMES::contains)) {
            throw new InvalidField(
                    "name", "We cannot take this name. Write to the operator if you think that this is wrong.");
        }
    }
}
