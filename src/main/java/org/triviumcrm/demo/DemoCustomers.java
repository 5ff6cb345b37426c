package org.triviumcrm.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The companies of companies.csv, each with two to four people to talk to. */
@Component
class DemoCustomers {

    /** @param contacts ids of the people there */
    record Company(long id, String name, String language, String region, DemoCast.Member owner, List<Long> contacts) {}

    private static final int LARGE = 900;
    private static final int MEDIUM = 400;

    private final DemoWriter writer;

    DemoCustomers(DemoWriter writer) {
        this.writer = writer;
    }

    List<Company> write(DemoCast cast, DemoWords words, Instant since, RandomGenerator chance) {
        var companies = DemoFile.COMPANIES.rows();
        Iterator<Long> ids = writer.ids("customer_seq", companies.size());
        Iterator<Long> contactIds = writer.ids("contact_seq", companies.size() * 4);
        List<Map<String, Object>> customers = new ArrayList<>();
        List<Map<String, Object>> contacts = new ArrayList<>();
        List<Company> written = new ArrayList<>();
        Map<String, Long> byName = new HashMap<>();
        for (var row : companies) {
            String language = row.getField("language");
            DemoCast.Member owner = cast.representativeFor(language, row.getField("region"), chance);
            long id = ids.next();
            String name = row.getField("name");
            byName.put(name, id);
            customers.add(new DemoRow()
                    .with("id", id)
                    .with("name", name)
                    .with("parent_id", parentOf(name, byName))
                    .with("industry", row.getField("industry"))
                    .with("level", level(Integer.parseInt(row.getField("employees"))))
                    .with("country", row.getField("country"))
                    .with("region", row.getField("region"))
                    .with("city", row.getField("city"))
                    .with("employees", Integer.valueOf(row.getField("employees")))
                    .with("annual_revenue", new BigDecimal(row.getField("revenue")))
                    .with("currency", row.getField("currency"))
                    .with("founded_year", Integer.valueOf(row.getField("founded")))
                    .with("website", row.getField("website"))
                    .with("phone", phone(language, chance))
                    .with("owner_id", owner.id())
                    .with("team_id", owner.teamId())
                    .since(since, since));
            List<Long> people = new ArrayList<>();
            for (int n = 2 + chance.nextInt(3); n > 0; n--) {
                long contact = contactIds.next();
                people.add(contact);
                contacts.add(contact(contact, id, language, owner, words, row.getField("website"), since, chance));
            }
            written.add(new Company(id, name, language, row.getField("region"), owner, people));
        }
        writer.insert("customer", customers);
        writer.insert("contact", contacts);
        return written;
    }

    private static DemoRow contact(
            long id,
            long customer,
            String language,
            DemoCast.Member owner,
            DemoWords words,
            String website,
            Instant since,
            RandomGenerator chance) {
        String domain = website.substring("https://".length());
        return new DemoRow()
                .with("id", id)
                .with("name", words.fullName(language, chance))
                .with("customer_id", customer)
                .with("job_title", words.pick(language, "title", chance))
                .with("email", "contact" + id + "@" + domain)
                .with("mobile", phone(language, chance))
                .with("owner_id", owner.id())
                .with("team_id", owner.teamId())
                .since(since, since);
    }

    /** A subsidiary is named after its parent, with the place in brackets. */
    private static @Nullable Long parentOf(String name, Map<String, Long> byName) {
        int bracket = name.indexOf('（');
        return bracket < 0 ? null : byName.get(name.substring(0, bracket) + "集团");
    }

    private static String level(int employees) {
        return employees >= LARGE ? "A" : employees >= MEDIUM ? "B" : "C";
    }

    private static String phone(String language, RandomGenerator chance) {
        int number = chance.nextInt(1000);
        return language.equals("zh") ? "+86 21 5550 0%03d".formatted(number) : "+44 20 7946 0%03d".formatted(number);
    }
}
