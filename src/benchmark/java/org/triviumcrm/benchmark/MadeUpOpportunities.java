package org.triviumcrm.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A million opportunities over three years, one in five open, each with its stays in the stages and its activities. */
final class MadeUpOpportunities {

    private static final String[] KINDS = {"CALL", "MEETING", "NOTE", "TASK", "CALL"};

    private final Connection connection;
    private final MadeUpPeople people;
    private final SplittableRandom chance;
    private final MadeUpNames names;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    private final long pipeline;
    private final List<Long> openStages;
    private final List<Long> products;
    private final List<Long> lostReasons;
    private final List<Course> courses = new ArrayList<>();

    MadeUpOpportunities(Connection connection, MadeUpPeople people, SplittableRandom chance) throws SQLException {
        this.connection = connection;
        this.people = people;
        this.chance = chance;
        this.names = new MadeUpNames(chance);
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into product (id, name, series, list_price, currency, created_at, updated_at)
                    select nextval('product_seq'), 'Product ' || n, 'Series ' || n % 5, n * 100, 'USD', now(), now()
                    from generate_series(1, 50) n""");
        }
        this.pipeline =
                ids("select id from pipeline order by position, id limit 1").get(0);
        this.openStages =
                ids("select id from stage where kind = 'OPEN' and pipeline_id = " + pipeline + " order by position");
        this.products = ids("select id from product where name like 'Product %' order by id");
        this.lostReasons = ids("select id from lost_reason order by id");
    }

    void insertOpportunities(int count, int customers) throws SQLException {
        long won = ids("select id from stage where kind = 'WON' and pipeline_id = " + pipeline)
                .get(0);
        long lost = ids("select id from stage where kind = 'LOST' and pipeline_id = " + pipeline)
                .get(0);
        String columns =
                "id, name, reference, customer_id, product_id, pipeline_id, stage_id, state, amount, currency, "
                        + "base_amount, probability, expected_close_date, opened_on, closed_on, stage_entered_at, "
                        + "lost_reason_id, owner_id, team_id, last_activity_at, created_at, updated_at";
        try (CopyTable table = new CopyTable(connection, "opportunity", columns)) {
            for (int i = 1; i <= count; i++) {
                int owner = chance.nextInt(people.count());
                boolean open = chance.nextInt(5) == 0;
                boolean isWon = !open && chance.nextInt(5) < 2;
                int stage = chance.nextInt(openStages.size());
                LocalDate opened = today.minusDays(open ? chance.nextInt(180) : 60 + chance.nextInt(1000));
                LocalDate closed = open ? null : opened.plusDays(1 + chance.nextInt(59));
                Instant entered = open
                        ? opened.atStartOfDay(ZoneOffset.UTC).toInstant()
                        : closed.atStartOfDay(ZoneOffset.UTC).toInstant();
                long amount = (long) Math.exp(5 + chance.nextDouble() * 9);
                courses.add(new Course(
                        i,
                        opened,
                        open ? 30 : (int) ChronoUnit.DAYS.between(opened, closed),
                        open ? stage + 1 : openStages.size(),
                        open ? 0 : isWon ? won : lost,
                        people.id(owner)));
                table.row(
                        i,
                        names.company(i + 7) + " " + i % 97,
                        "O" + i,
                        1 + chance.nextInt(customers),
                        products.get(chance.nextInt(products.size())),
                        pipeline,
                        open ? openStages.get(stage) : isWon ? won : lost,
                        open ? "OPEN" : isWon ? "WON" : "LOST",
                        amount,
                        "USD",
                        amount,
                        open ? 10 + stage * 20 : isWon ? 100 : 0,
                        open ? today.plusDays(chance.nextInt(200) - 30) : closed,
                        opened,
                        closed,
                        entered,
                        open || isWon ? null : lostReasons.get(chance.nextInt(lostReasons.size())),
                        people.id(owner),
                        people.teamId(owner),
                        chance.nextInt(4) == 0 ? null : now.minusSeconds(chance.nextLong(120 * 86_400L)),
                        opened.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        entered);
            }
        }
    }

    /** Closed ones went through all open stages in equal stays; open ones through those before the present one. */
    void insertStageChanges() throws SQLException {
        String columns =
                "id, opportunity_id, pipeline_id, from_stage_id, to_stage_id, at, stayed_seconds, by_person_id";
        long id = 0;
        try (CopyTable table = new CopyTable(connection, "stage_change", columns)) {
            for (Course course : courses) {
                int stays = course.stages();
                long seconds = course.days() * 86_400L / Math.max(1, stays);
                Instant at = course.opened().atStartOfDay(ZoneOffset.UTC).toInstant();
                Long from = null;
                for (int stage = 0; stage < stays; stage++) {
                    long to = openStages.get(stage);
                    table.row(++id, course.id(), pipeline, from, to, at, from == null ? null : seconds, course.owner());
                    from = to;
                    at = at.plusSeconds(seconds);
                }
                if (course.closedStage() != 0) {
                    table.row(++id, course.id(), pipeline, from, course.closedStage(), at, seconds, course.owner());
                }
            }
        }
    }

    void insertActivities(int count, int opportunities, int customers) throws SQLException {
        String columns = "id, kind, about_type, about_id, customer_id, subject, body, at, minutes, done_at, owner_id, "
                + "created_at, updated_at";
        try (CopyTable table = new CopyTable(connection, "activity", columns)) {
            for (int i = 1; i <= count; i++) {
                int owner = chance.nextInt(people.count());
                boolean aboutOpportunity = chance.nextInt(3) > 0;
                String kind = KINDS[chance.nextInt(KINDS.length)];
                Instant at = now.minusSeconds(chance.nextLong(900 * 86_400L));
                int customer = 1 + chance.nextInt(customers);
                boolean done = kind.equals("TASK") && chance.nextInt(20) > 0;
                table.row(
                        i,
                        kind,
                        aboutOpportunity ? "opportunity" : "customer",
                        aboutOpportunity ? 1 + chance.nextInt(opportunities) : customer,
                        customer,
                        "Talked about delivery " + i % 1000,
                        "The customer asked for a new date and a price for " + i % 50 + " pieces.",
                        at,
                        kind.equals("CALL") ? 5 + chance.nextInt(40) : null,
                        done ? at : null,
                        people.id(owner),
                        at,
                        at);
            }
        }
    }

    private List<Long> ids(String sql) throws SQLException {
        return MadeUpPeople.idsOf(connection, sql);
    }

    /** What the stage history of an opportunity is made from; closedStage is 0 while it is open. */
    private record Course(int id, LocalDate opened, int days, int stages, long closedStage, long owner) {}
}
