package org.triviumcrm.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Two customers of the demo who sign in to the portal, one in each language: those who have most open tickets. */
@Component
class DemoPortal {

    private static final List<String> LANGUAGES = List.of("en", "zh-CN");

    private final DemoWriter writer;

    DemoPortal(DemoWriter writer) {
        this.writer = writer;
    }

    /** @param passwordHash of the demo's people; without one nobody can sign in, and the portal stays closed */
    void write(List<DemoCustomers.Company> companies, @Nullable String passwordHash, Instant now) {
        if (passwordHash == null) {
            return;
        }
        for (String language : LANGUAGES) {
            List<Long> theirs = companies.stream()
                    .filter(company -> language.startsWith(company.language().substring(0, 2)))
                    .map(DemoCustomers.Company::id)
                    .toList();
            account(theirs, language, passwordHash, now);
        }
        writer.database()
                .update(
                        "insert into portal_setting (active) values (true) on conflict (the_one) do update set active = true",
                        Map.of());
    }

    private void account(List<Long> companies, String language, String passwordHash, Instant now) {
        Map<String, Object> parameters = new DemoRow()
                .with("companies", companies)
                .with("email", "customer." + language.substring(0, 2) + "@example.com")
                .with("language", language)
                .with("hash", passwordHash)
                .since(now, now);
        List<Long> busiest = writer.database().queryForList("""
                select t.contact_id from ticket t where t.customer_id in (:companies) and t.contact_id is not null
                group by t.contact_id order by count(*) filter (where t.status in ('NEW', 'OPEN', 'PENDING')) desc, count(*) desc, t.contact_id limit 1""", parameters, Long.class);
        for (long contact : busiest) {
            parameters.put("contact", contact);
            writer.database().update("update contact set email = :email where id = :contact", parameters);
            writer.database().update("""
                    insert into portal_account (id, contact_id, customer_id, name, email, password_hash, language, whole_customer, state, generation, invited_at,
                        created_at, updated_at)
                    select nextval('portal_account_seq'), k.id, k.customer_id, k.name, :email, :hash, :language, :language = 'en', 'ACTIVE', 1, :created_at,
                        :created_at, :created_at
                    from contact k where k.id = :contact""", parameters);
        }
    }
}
