package org.triviumcrm.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers wanted over a year, from tickets.csv: most of it is over, the last weeks' are at every stage. */
@Component
class DemoTickets {

    /** Of their own, so that whatever else is made up stays as it is. */
    private static final long SEED = 20261130;

    private static final int COUNT = 180;
    private static final List<String> CHANNELS = List.of("EMAIL", "EMAIL", "PHONE", "WEB");

    private static final List<Integer> RATINGS = List.of(5, 5, 5, 5, 4, 4, 4, 3, 2, 1);

    private final DemoWriter writer;
    private final DemoPromises promises;

    DemoTickets(DemoWriter writer, DemoPromises promises) {
        this.writer = writer;
        this.promises = promises;
    }

    void write(DemoCast cast, List<DemoCustomers.Company> companies, List<DemoPipeline.Product> products, Instant now) {
        RandomGenerator chance = new Random(SEED);
        long queue = queue(cast, now);
        List<Long> types = writer.database()
                .queryForList("select id from ticket_type order by position, id", Map.of(), Long.class);
        Iterator<Long> ids = writer.ids("ticket_seq", COUNT);
        List<Map<String, Object>> tickets = new ArrayList<>();
        DemoConversation said = new DemoConversation(writer, COUNT);
        var rows = DemoFile.TICKETS.rows();
        for (int i = 0; i < COUNT; i++) {
            NamedCsvRecord row = rows.get(chance.nextInt(rows.size()));
            DemoCustomers.Company company = customer(companies, row.getField("language"), chance);
            DemoCast.Member agent = cast.agentFor(row.getField("language"));
            // the last dozen have come within two days, the others over the year
            long minutes = i >= COUNT - 12 ? 20 + chance.nextLong(2880) : 2880 + chance.nextLong(500_000);
            Instant opened = now.minus(Duration.ofMinutes(minutes));
            DemoTicketLife life = DemoTicketLife.of(row, opened, now, chance);
            long id = ids.next();
            tickets.add(new DemoRow()
                    .with("id", id)
                    .with("name", row.getField("subject"))
                    .with("status", life.status())
                    .with("status_since", life.since())
                    .with("priority", row.getField("priority"))
                    .with("channel", CHANNELS.get(chance.nextInt(CHANNELS.size())))
                    .with("type_id", types.get(Integer.parseInt(row.getField("type")) - 1))
                    .with("queue_id", queue)
                    .with("owner_id", life.isNew() ? null : agent.id())
                    .with("team_id", life.isNew() ? null : agent.teamId())
                    .with("customer_id", company.id())
                    .with(
                            "contact_id",
                            company.contacts().isEmpty()
                                    ? null
                                    : company.contacts().get(0))
                    .with(
                            "product_id",
                            products.get(chance.nextInt(products.size())).id())
                    .with("first_reply_at", life.replied())
                    .with("last_reply_at", life.replied())
                    .with("last_inbound_at", life.answered() == null ? opened : life.answered())
                    .with("waiting_since", life.waits() ? life.answered() == null ? opened : life.answered() : null)
                    .with("solved_at", life.solved())
                    .with("satisfaction", life.solved() == null ? null : rating(chance))
                    .since(opened, life.since()));
            said.add(id, row, life, opened, agent.id());
        }
        writer.insert("ticket", tickets);
        said.write();
        promises.write(now);
    }

    /** More than half of the customers say how it was, most of them kindly. */
    private static @Nullable Integer rating(RandomGenerator chance) {
        return chance.nextInt(100) < 45 ? null : RATINGS.get(chance.nextInt(RATINGS.size()));
    }

    /** All agents are members of the first queue. */
    private long queue(DemoCast cast, Instant now) {
        Long queue = writer.database()
                .queryForObject("select id from ticket_queue order by position, id limit 1", Map.of(), Long.class);
        List<Map<String, Object>> members = new ArrayList<>();
        cast.members().stream()
                .filter(member -> member.role().equals("service_agent"))
                .forEach(member ->
                        members.add(new DemoRow().with("queue_id", queue).with("person_id", member.id())));
        writer.insert("ticket_queue_member", members);
        return queue == null ? 0 : queue;
    }

    private static DemoCustomers.Company customer(
            List<DemoCustomers.Company> companies, String language, RandomGenerator chance) {
        List<DemoCustomers.Company> fitting = companies.stream()
                .filter(company -> company.language().equals(language))
                .toList();
        return fitting.get(chance.nextInt(fitting.size()));
    }
}
