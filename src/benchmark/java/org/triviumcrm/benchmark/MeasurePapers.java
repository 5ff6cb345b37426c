package org.triviumcrm.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * From quote to cash at its full size: fills in quotes, contracts, payments and receipts once, after {@link FillDatabase}, then asks for
 * their lists and pages, and for what is reckoned out of them: forecast, quotas, people, key customers.
 *
 * <p>Arguments: JDBC URL, its user and password, address of the application, sign-in name and password of the person, and optionally how
 * often each page is asked for (60).
 */
public final class MeasurePapers {

    private static final int QUOTES = 500_000;
    private static final int CONTRACTS = 300_000;

    private MeasurePapers() {}

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        long start = System.nanoTime();
        List<String> pages = new ArrayList<>(pages(LocalDate.now()));
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
            if (isEmpty(connection)) {
                new MadeUpPapers(connection).insert(QUOTES, CONTRACTS);
            }
            pages.addAll(quotas(Best.of(connection), LocalDate.now().getYear()));
        }
        System.out.printf("filled in %.0f s%n", (System.nanoTime() - start) / 1e9);
        WebClient client = new WebClient(args[3]);
        client.signIn(args[4], args[5]);
        PageTimes.say(client, pages, args.length > 6 ? Integer.parseInt(args[6]) : 60);
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery("select not exists (select 1 from quote)")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    /** Those who have won most: a person, a team and a product. */
    private record Best(long person, long team, long product) {

        static Best of(Connection connection) throws SQLException {
            return new Best(
                    one(connection, "select owner_id from opportunity_total", "owner_id"),
                    one(connection, "select team_id from opportunity_total", "team_id"),
                    one(connection, "select product_id from opportunity_product_total", "product_id"));
        }

        private static long one(Connection connection, String from, String column) throws SQLException {
            try (Statement sql = connection.createStatement();
                    ResultSet found = sql.executeQuery(from + " where state = 'WON' and " + column
                            + " > 0 group by 1 order by sum(base_amount) desc limit 1")) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    /** A year of quotas, and the rows behind it. */
    private static List<String> quotas(Best best, int year) {
        List<String> pages = new ArrayList<>();
        for (String measure : List.of("WON", "SIGNED", "RECEIVED")) {
            for (String one : List.of("PERSON/" + best.person(), "TEAM/" + best.team(), "PRODUCT/" + best.product())) {
                String page = "/sales/quotas/" + one;
                pages.add(page + "?measure=" + measure + "&period=" + year);
                pages.add(page + "/rows?measure=" + measure + "&period=" + year);
            }
            pages.add("/sales/quotas?by=PERSON&measure=" + measure);
            pages.add("/sales/quotas?by=PRODUCT&measure=" + measure);
        }
        pages.add("/sales/forecast/people/" + best.person());
        pages.add("/sales/forecast/changes");
        pages.add("/sales/forecast/accuracy");
        pages.add("/insight/people/" + best.person());
        pages.add("/sales/competitors");
        pages.add("/sales/products");
        return pages;
    }

    private static List<String> pages(LocalDate today) {
        int year = today.getYear();
        return List.of(
                "/sales/quotes",
                "/sales/quotes?f.state=SENT",
                "/sales/quotes?sort=-net",
                "/sales/quotes?sort=name",
                "/sales/quotes?q=123456",
                "/sales/quotes/4321",
                "/sales/contracts",
                "/sales/contracts?f.state=SIGNED",
                "/sales/contracts?sort=-net",
                "/sales/contracts?q=123456",
                "/sales/contracts/4321",
                "/sales/contracts/4321/payments",
                "/sales/receivables",
                "/sales/receipts",
                "/sales/receivables/ageing",
                "/sales/forecast",
                "/sales/quotas?measure=SIGNED",
                "/sales/quotas?measure=WON",
                "/sales/quotas?measure=RECEIVED",
                "/insight/people",
                "/insight/people?from=" + year + "-01-01&to=" + year + "-12-31",
                "/insight/win-loss",
                "/customers/value",
                "/customers/value?by=REGION",
                "/customers/value?by=INDUSTRY",
                "/customers/value?by=PRODUCT",
                "/customers/value?by=MONTH",
                "/customers/value?measure=RECEIPTS",
                "/customers/value?measure=MARGIN",
                "/customers/value/moves");
    }
}
