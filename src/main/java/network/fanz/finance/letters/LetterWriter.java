package network.fanz.finance.letters;

import static network.fanz.common.Language.say;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Language;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.events.PassEnded;
import network.fanz.content.catalogue.events.WorkTakenDown;
import network.fanz.finance.payments.CardUsed;
import network.fanz.finance.payments.Payments;
import network.fanz.finance.payments.RefundRequestState;
import network.fanz.finance.payments.TakenBack;
import network.fanz.finance.payments.TipMessage;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.finance.payments.events.RefundRequestMoved;
import network.fanz.platform.mail.Mail;
import network.fanz.platform.mail.OutgoingMail;
import network.fanz.security.identity.Addressee;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.access.PublicHosts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the letters that follow from events, in the subscription's transaction: the letter, and that it was written, or neither. */
@Component
class LetterWriter {
    private final LetterStore store;
    private final FinanceReaders finance;
    private final Identity identity;
    private final Payments payments;
    private final Mail mail;
    private final PublicHosts hosts;
    private final LetterSettings settings;
    private final Clock clock;

    LetterWriter(
            LetterStore store,
            FinanceReaders finance,
            Identity identity,
            Payments payments,
            Mail mail,
            PublicHosts hosts,
            LetterSettings settings,
            @Steady Clock clock) {
        this.store = store;
        this.finance = finance;
        this.identity = identity;
        this.payments = payments;
        this.mail = mail;
        this.hosts = hosts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whom the payments concern is looked up for all of them at once: most of what a batch costs would be such questions. */
    void paid(List<PaymentSettled> batch) {
        List<PaymentSettled> news =
                batch.stream().filter(paid -> isNews(paid.at())).toList();
        Map<AccountId, Addressee> readers = identity.addressees(news.stream()
                .flatMap(paid -> Stream.of(paid.buyer(), paid.seller()))
                .collect(Collectors.toSet()));
        Map<AccountId, Set<SellerNews>> unwanted = store.switchedOff(readers.keySet());
        news.forEach(paid -> {
            receipt(paid, readers.get(paid.buyer()));
            SellerNews kind = SellerNews.ofSale(paid.kind());
            if (!unwanted.getOrDefault(paid.seller(), Set.of()).contains(kind)) {
                sale(paid, readers.get(paid.seller()));
            }
        });
    }

    private void receipt(PaymentSettled paid, @Nullable Addressee to) {
        write(
                paid.payment(),
                LetterKind.RECEIPT,
                paid.buyer(),
                to,
                () -> words().receipt(
                                paid,
                                name(paid.seller()),
                                message(paid, paid.buyer()),
                                card(paid.payment(), paid.buyer()),
                                page(paid.platform(), paid.payment())));
    }

    private void sale(PaymentSettled paid, @Nullable Addressee to) {
        write(
                paid.payment(),
                LetterKind.SALE,
                paid.seller(),
                to,
                () -> sellers()
                        .sale(
                                paid,
                                name(paid.buyer()),
                                message(paid, paid.seller()),
                                page(paid.platform(), paid.payment()),
                                choices()));
    }

    void givenBack(PaymentRefunded back) {
        String page = page(back.platform(), back.payment());
        write(
                back.payment(),
                LetterKind.GIVEN_BACK,
                back.buyer(),
                back.at(),
                () -> words().givenBack(back, name(back.seller()), card(back.payment(), back.buyer()), page));
        write(
                back.payment(),
                LetterKind.SALE_GIVEN_BACK,
                back.seller(),
                back.at(),
                () -> sellers().saleGivenBack(back, name(back.buyer()), page));
    }

    void passEnded(PassEnded ended) {
        if (!store.switchedOff(ended.creator()).contains(SellerNews.PASS_ENDED)) {
            write(
                    ended.payment(),
                    LetterKind.PASS_ENDED,
                    ended.creator(),
                    ended.at(),
                    () -> sellers().passEnded(name(ended.fan()), ended.at(), choices()));
        }
    }

    /** To whoever has bought it; what the page says of their money is what holds. */
    void workTakenDown(WorkTakenDown gone) {
        write(
                gone.payment(),
                LetterKind.WORK_TAKEN_DOWN,
                gone.fan(),
                gone.at(),
                () -> words().workTakenDown(gone, name(gone.creator()), page("", gone.payment())));
    }

    void takenBack(ProviderMessageUnexpected said) {
        UUID payment = said.payment();
        if (payment == null || said.takenBack() == null) {
            return;
        }
        TakenBack how = TakenBack.of(said.takenBack());
        String page = financePage(payment);
        finance.all()
                .forEach(one -> write(
                        payment,
                        LetterKind.TAKEN_BACK,
                        one,
                        said.at(),
                        () -> words().takenBack(said, payment, how, page)));
    }

    /** Each is told what they have to do or to wait for; of what went back tells {@link #givenBack}. */
    void requestMoved(RefundRequestMoved moved) {
        RefundRequestState state = RefundRequestState.of(moved.state());
        RequestLetters requests = new RequestLetters(payments.descriptor());
        String page = page(moved.platform(), moved.payment());
        if (RequestLetters.TOLD.contains(state)) {
            write(
                    moved.payment(),
                    RequestLetters.kind(state),
                    moved.buyer(),
                    moved.at(),
                    () -> requests.toBuyer(moved, state, page));
        }
        if (state == RefundRequestState.WITH_CREATOR) {
            write(
                    moved.payment(),
                    LetterKind.ASKED_BACK,
                    moved.seller(),
                    moved.at(),
                    () -> requests.toCreator(moved, name(moved.buyer()), page));
        }
        if (state == RefundRequestState.WITH_FINANCE) {
            finance.all()
                    .forEach(one -> write(
                            moved.payment(),
                            LetterKind.WITH_FINANCE,
                            one,
                            moved.at(),
                            () -> requests.toFinance(moved, financePage(moved.payment()))));
        }
    }

    private String financePage(UUID payment) {
        return hosts.baseUrl(Brand.DASH.label()) + "/finance/payments/" + payment;
    }

    /** Once for each payment, kind and account; and only to whoever has shown that the address is theirs. */
    private void write(UUID payment, LetterKind kind, AccountId account, Instant happened, Supplier<Letter> text) {
        if (isNews(happened)) {
            write(payment, kind, account, identity.addressee(account).orElse(null), text);
        }
    }

    /** @param text is made in the reader's language */
    private void write(
            UUID payment, LetterKind kind, AccountId account, @Nullable Addressee to, Supplier<Letter> text) {
        if (to != null && store.write(payment, kind, account, now())) {
            Letter letter = Language.in(to.language(), text);
            mail.send(new OutgoingMail(account.value(), to.email(), letter.subject(), letter.text()));
        }
    }

    private boolean isNews(Instant happened) {
        return !happened.plus(settings.newsFor()).isBefore(now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private SellerLetters sellers() {
        return new SellerLetters(payments.descriptor());
    }

    private LetterWords words() {
        return new LetterWords(payments.descriptor());
    }

    private String card(UUID payment, AccountId buyer) {
        return payments.cardOf(payment, buyer).map(CardUsed::words).orElseGet(() -> say("a card"));
    }

    /** Null where nothing was written, or where its writer has left. */
    private @Nullable TipMessage message(PaymentSettled paid, AccountId reader) {
        return payments.messageOf(paid.payment(), reader)
                .filter(message -> !message.erased())
                .orElse(null);
    }

    private String name(AccountId account) {
        String name = identity.names(List.of(account)).getOrDefault(account, "");
        return name.isEmpty() ? say("Somebody who has left") : Quoted.name(name);
    }

    /** On the site where it was paid; one that was paid elsewhere is shown on the first site of fans. */
    private String page(String platform, UUID payment) {
        Brand site = Brand.labelled(platform).filter(Brand::forFans).orElse(Brand.TUBE);
        return hosts.baseUrl(site.label()) + "/checkout/" + payment;
    }

    private String choices() {
        return hosts.baseUrl(PublicHosts.SIGN_IN) + "/account/letters";
    }
}
