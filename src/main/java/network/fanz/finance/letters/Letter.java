package network.fanz.finance.letters;

/** @param subject what a stranger may read over a shoulder: an amount, and what the bank statement says */
record Letter(String subject, String text) {}
