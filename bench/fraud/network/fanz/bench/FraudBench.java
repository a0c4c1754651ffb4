package network.fanz.bench;

import java.io.IOException;
import java.util.Map;
import network.fanz.security.fraud.FraudTraffic;

/**
 * What the rules against fraud do to honest and to hostile traffic, made from a fixed seed and judged with its history in a real database:
 * how many honest payments are declined, by habit, and how many cards a tester can try before it is stopped.
 */
public final class FraudBench {
    private static final long SEED = 20_261_128L;
    private static final int PEOPLE = 20;

    private FraudBench() {}

    /** Ends with 1 if a goal is missed. */
    public static void main(String... arguments) throws IOException {
        BenchFigures figures = new BenchFigures();
        boolean good;
        try (FraudTraffic traffic = new FraudTraffic(SEED, PEOPLE)) {
            good = honest(traffic.honest(), figures) & hostile(traffic.hostile(), figures);
        }
        figures.writeFor(arguments);
        System.exit(good ? 0 : 1);
    }

    private static boolean honest(Map<String, FraudTraffic.HabitResult> habits, BenchFigures figures) {
        System.out.printf("%-52s %9s %9s%n", "honest habit", "payments", "declined");
        habits.forEach((habit, result) -> {
            System.out.printf("%-52s %9d %9d%n", habit, result.payments(), result.declined());
            result.words().stream().distinct().forEach(words -> System.out.println("  " + words));
        });
        int declined = habits.values().stream()
                .mapToInt(FraudTraffic.HabitResult::declined)
                .sum();
        figures.put("fraud.honest_declined", declined);
        return declined == 0;
    }

    private static boolean hostile(Map<String, FraudTraffic.TestingResult> ways, BenchFigures figures) {
        System.out.printf("%n%-52s %9s %9s %9s %9s%n", "card testing", "tried", "reached", "address", "account");
        ways.forEach((way, result) -> System.out.printf(
                "%-52s %9d %9d %9d %9d%n",
                way, result.tried(), result.reachedBank(), result.mostOfAnAddress(), result.mostOfAnAccount()));
        int address = ways.values().stream()
                .mapToInt(FraudTraffic.TestingResult::mostOfAnAddress)
                .max()
                .orElseThrow();
        int account = ways.values().stream()
                .mapToInt(FraudTraffic.TestingResult::mostOfAnAccount)
                .max()
                .orElseThrow();
        figures.put("fraud.cards_of_an_address", address);
        figures.put("fraud.cards_of_an_account", account);
        return address <= 5 && account <= 3;
    }
}
