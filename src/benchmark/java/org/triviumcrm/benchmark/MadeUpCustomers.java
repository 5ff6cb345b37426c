package org.triviumcrm.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/** A million companies over three years, and the people in them. */
final class MadeUpCustomers {

    private static final String[] COUNTRIES = {"United Kingdom", "Ireland", "Germany", "France", "中国", "中国", "新加坡"};
    private static final String[] REGIONS = {"North", "South", "East", "West", "华东", "华南", "华北", "西南"};
    private static final String[] CITIES = {"London", "Leeds", "Cork", "Berlin", "Lyon", "上海", "深圳", "北京", "成都", "杭州"};
    private static final String[] TITLES = {"Buyer", "Director", "Engineer", "Plant manager", "采购经理", "总经理", "工程师"};

    private final Connection connection;
    private final MadeUpPeople people;
    private final SplittableRandom chance;
    private final MadeUpNames names;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    MadeUpCustomers(Connection connection, MadeUpPeople people, SplittableRandom chance) {
        this.connection = connection;
        this.people = people;
        this.chance = chance;
        this.names = new MadeUpNames(chance);
    }

    void insertCustomers(int count) throws SQLException {
        String columns =
                "id, name, reference, parent_id, industry, country, region, city, phone, website, email, employees, "
                        + "annual_revenue, currency, founded_year, owner_id, team_id, last_activity_at, created_at, updated_at";
        try (CopyTable table = new CopyTable(connection, "customer", columns)) {
            for (int i = 1; i <= count; i++) {
                int owner = chance.nextInt(people.count());
                Instant created = ago(3 * 365);
                table.row(
                        i,
                        names.company(i),
                        "C" + i,
                        i > 1 && chance.nextInt(10) == 0 ? 1 + chance.nextInt(i - 1) : null,
                        names.industry(),
                        pick(COUNTRIES),
                        pick(REGIONS),
                        pick(CITIES),
                        "+44 20 " + (1000_0000 + chance.nextInt(9000_0000)),
                        "https://c" + i + ".example",
                        "office@c" + i + ".example",
                        1 + chance.nextInt(5000),
                        (long) Math.exp(10 + chance.nextDouble() * 10),
                        "USD",
                        1900 + chance.nextInt(125),
                        people.id(owner),
                        people.teamId(owner),
                        chance.nextInt(4) == 0 ? null : ago(365),
                        created,
                        created);
            }
        }
    }

    void insertContacts(int count, int customers) throws SQLException {
        String columns =
                "id, name, reference, customer_id, job_title, email, phone, mobile, birthday, owner_id, team_id, "
                        + "last_activity_at, created_at, updated_at";
        try (CopyTable table = new CopyTable(connection, "contact", columns)) {
            for (int i = 1; i <= count; i++) {
                int owner = chance.nextInt(people.count());
                Instant created = ago(3 * 365);
                table.row(
                        i,
                        names.person(i),
                        "P" + i,
                        1 + chance.nextInt(customers),
                        pick(TITLES),
                        "p" + i + "@mail.example",
                        "+86 21 " + (1000_0000 + chance.nextInt(9000_0000)),
                        chance.nextInt(3) == 0 ? null : "+86 13" + (1_0000_0000 + chance.nextInt(8_9999_9999)),
                        chance.nextInt(2) == 0 ? null : LocalDate.of(1955, 1, 1).plusDays(chance.nextInt(18_000)),
                        people.id(owner),
                        people.teamId(owner),
                        chance.nextInt(3) == 0 ? null : ago(365),
                        created,
                        created);
            }
        }
    }

    private Instant ago(int days) {
        return now.minusSeconds(chance.nextLong(days * 86_400L));
    }

    private String pick(String[] some) {
        return some[chance.nextInt(some.length)];
    }
}
