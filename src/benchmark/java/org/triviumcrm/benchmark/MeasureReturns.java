package org.triviumcrm.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;

/**
 * Marketing at its full size: fills in campaigns and what belongs to them once, after {@link FillDatabase}, then asks for the return in
 * each cut, the dashboard, the calendar, the board and the lists, and says how long the answers took.
 *
 * <p>Arguments: JDBC URL, its user and password, address of the application, sign-in name and password of the person, and optionally
 * how often each page is asked for (60).
 */
public final class MeasureReturns {

    private static final int CAMPAIGNS = 2000;
    private static final int PARTICIPANTS = 5_000_000;

    private MeasureReturns() {}

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
            if (isEmpty(connection)) {
                new MadeUpCampaigns(connection).insert(CAMPAIGNS, PARTICIPANTS);
            }
        }
        System.out.printf("filled in %.0f s%n", (System.nanoTime() - start) / 1e9);
        WebClient client = new WebClient(args[3]);
        client.signIn(args[4], args[5]);
        PageTimes.say(client, pages(LocalDate.now()), args.length > 6 ? Integer.parseInt(args[6]) : 60);
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery("select not exists (select 1 from campaign)")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    private static List<String> pages(LocalDate today) {
        String years = "from=" + today.minusYears(2).getYear() + "-01&to=" + today.getYear() + "-12";
        String cut = "/insight/return?" + years + "&cut=";
        return List.of(
                "/insight/return",
                cut + "CAMPAIGN",
                cut + "REGION",
                cut + "METHOD",
                cut + "PRODUCT",
                cut + "BAND",
                cut + "MONTH",
                cut + "TREE",
                cut + "REGION&model=FIRST",
                cut + "METHOD&region=Region+3",
                "/insight/marketing",
                "/insight/marketing?year=" + (today.getYear() - 1),
                "/insight/sales",
                "/insight/campaigns/12/sales",
                "/marketing/campaigns",
                "/marketing/campaigns/12",
                "/marketing/board",
                "/marketing/calendar",
                "/marketing/calendar?view=YEAR",
                "/marketing/participants",
                "/marketing/participants?f.campaign=12",
                "/marketing/participants?f.status=ATTENDED",
                "/marketing/costs",
                "/marketing/costs?sort=-baseAmount",
                "/customers?f.wonAmount=100000..",
                "/customers?f.lastWonOn=this-year",
                "/customers?f.bought=1",
                "/customers?f.notBought=1");
    }
}
