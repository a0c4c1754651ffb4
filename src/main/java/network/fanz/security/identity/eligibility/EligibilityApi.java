package network.fanz.security.identity.eligibility;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator's policy: ages, countries, and the lists to screen against. */
@RestController
@RequestMapping("/api/v1/eligibility")
class EligibilityApi {
    private final EligibilityPolicy policy;

    EligibilityApi(EligibilityPolicy policy) {
        this.policy = policy;
    }

    /**
     * @param source the source of the list. Lists of all sources are in force together, so a list that is larger than a request is imported
     *     in parts, each as its own source: {@code un-1}, {@code un-2}
     * @param csv heading {@code name,born}, then on each line a name and a date, or no date
     */
    record SanctionsListRequest(
            @Nullable String source,
            @Nullable LocalDate publishedOn,
            @Nullable String csv) {}

    record RuleRequest(
            @Nullable String country,
            boolean served,
            int ageMin,
            @Nullable String source,
            @Nullable String reviewedBy) {}

    record PolicyRequest(
            @Nullable LocalDate effectiveFrom, @Nullable List<RuleRequest> rules) {}

    record ImportedList(UUID list) {}

    record AddedRules(int version) {}

    @GetMapping("/rules")
    @Access({Role.ADMINISTRATOR, Role.CUSTODIAN})
    @Operation(operationId = "listEligibilityRules", summary = "All versions of the table of ages and countries")
    List<EligibilityRule> rules() {
        return policy.rules();
    }

    @PostMapping("/rules")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @Operation(operationId = "addEligibilityRules", summary = "Add a version of the table of ages and countries")
    AddedRules add(@RequestBody PolicyRequest body, Caller caller) {
        LocalDate from = required("effectiveFrom", body.effectiveFrom());
        List<EligibilityRule> rules = required("rules", body.rules()).stream()
                .map(rule -> required("rules", rule))
                .map(rule -> new EligibilityRule(
                        0,
                        required("rules.country", rule.country()),
                        rule.served(),
                        rule.ageMin(),
                        required("rules.source", rule.source()),
                        rule.reviewedBy(),
                        from))
                .toList();
        return new AddedRules(policy.addRules(caller.requireAccount(), rules));
    }

    @PostMapping("/sanctions-lists")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(
            value = {Role.ADMINISTRATOR, Role.CUSTODIAN},
            freshProof = true)
    @Operation(
            operationId = "importSanctionsList",
            summary = "Import a sanctions list, which replaces its source's earlier one; a large one in parts,"
                    + " each as a source of its own")
    ImportedList importList(@RequestBody SanctionsListRequest body, Caller caller) {
        return new ImportedList(policy.importList(
                caller.requireAccount(),
                required("source", body.source()),
                required("publishedOn", body.publishedOn()),
                required("csv", body.csv())));
    }
}
