package network.fanz.security.fraud;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/**
 * All values that the rules use, as they were at the time of the assessment. They are stored with the verdict, so that it can be computed
 * again. A payment counts as good if it was settled, and neither given back nor disputed since.
 *
 * @param amount base units
 * @param savedCard whether it is paid with a card that is kept here
 * @param recentPayments payments that this account tried within an hour before this one, without those that the rules declined
 * @param recentAmount base units that it spent or has under way in that hour, this payment not included
 * @param unfinishedPayments those of that hour without an outcome that are not paid with a kept card
 * @param accountRefusedCards cards of this account that were refused within a day
 * @param addressRefusedCards cards of accounts without a good history that were refused within a day from the payer's address
 * @param deviceRefusedCards those of them on the payer's device
 * @param addressPayers accounts with a good payment within a day from that address; 0 where few cards were refused and nobody counted
 * @param goodPayments this account's good payments in the history window
 * @param goodAmount base units of those payments
 * @param goodHistory whether one of them is more than a day old
 * @param refundedPayments how many of its settled payments were given back
 * @param disputedPayments how many its bank has taken back
 * @param knownPair whether an earlier payment from this account to this counterparty is good
 * @param accountAgeMinutes minutes since the account registered
 * @param countryMismatch whether the network address and the account are in different countries
 */
record RiskFeatures(
        BigInteger amount,
        boolean savedCard,
        int recentPayments,
        BigInteger recentAmount,
        int unfinishedPayments,
        int accountRefusedCards,
        int addressRefusedCards,
        int deviceRefusedCards,
        int addressPayers,
        int goodPayments,
        BigInteger goodAmount,
        boolean goodHistory,
        int refundedPayments,
        int disputedPayments,
        boolean knownPair,
        long accountAgeMinutes,
        boolean countryMismatch) {
    /** @param payers accounts with a good payment within a day from the payer's address; 0 where nobody counted */
    static RiskFeatures of(RiskAssessmentRequest payment, FraudStore.PayerHistory history, int payers, Instant now) {
        String country = payment.origin().country();
        return new RiskFeatures(
                payment.amount().units(),
                payment.savedCard(),
                history.recentPayments(),
                history.recentAmount(),
                history.unfinishedPayments(),
                history.accountRefusedCards(),
                history.addressRefusedCards(),
                history.deviceRefusedCards(),
                payers,
                history.goodPayments(),
                history.goodAmount(),
                history.goodHistory(),
                history.refundedPayments(),
                history.disputedPayments(),
                history.knownPair(),
                Math.max(0, Duration.between(payment.accountSince(), now).toMinutes()),
                country != null && !country.equals(payment.accountCountry()));
    }
}
