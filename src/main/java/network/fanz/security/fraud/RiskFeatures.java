package network.fanz.security.fraud;

import java.math.BigInteger;

/**
 * All values that the rules use, as they were at the time of the assessment. They are stored with the verdict, so that it can be computed
 * again.
 *
 * @param amount base units
 * @param recentPayments payments that this account tried in the velocity window before this one
 * @param recentAmount base units that it spent or has under way in that window, this payment not included
 * @param recentDeclines how many of its payments the bank declined in that window
 * @param settledPayments its settled payments in the history window
 * @param settledAmount base units of those payments
 * @param knownPair whether an earlier payment from this account to this counterparty has settled
 * @param accountAgeMinutes minutes since the account registered
 * @param countryMismatch whether the network address and the account are in different countries
 */
record RiskFeatures(
        BigInteger amount,
        int recentPayments,
        BigInteger recentAmount,
        int recentDeclines,
        int settledPayments,
        BigInteger settledAmount,
        boolean knownPair,
        long accountAgeMinutes,
        boolean countryMismatch) {}
