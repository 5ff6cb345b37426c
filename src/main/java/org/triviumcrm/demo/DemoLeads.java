package org.triviumcrm.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** People of the companies of leads.csv, who have answered in the last weeks; the first of each language has answered twice. */
@Component
class DemoLeads {

    /** Of their own, so that whatever else is made up stays as it is. */
    private static final long SEED = 20261128;

    private final DemoWriter writer;
    private final JsonMapper json;

    DemoLeads(DemoWriter writer, JsonMapper json) {
        this.writer = writer;
        this.json = json;
    }

    void write(DemoCast cast, DemoWords words, Instant now) {
        RandomGenerator chance = new Random(SEED);
        var rows = DemoFile.LEADS.rows();
        Iterator<Long> ids = writer.ids("lead_seq", rows.size() + 2);
        List<Map<String, Object>> leads = new ArrayList<>();
        String language = "";
        for (var row : rows) {
            DemoRow lead = lead(ids.next(), row, cast, words, now, chance);
            leads.add(lead);
            if (!row.getField("language").equals(language)) {
                language = row.getField("language");
                DemoRow twin = lead(ids.next(), row, cast, words, now.minus(Duration.ofDays(11)), chance);
                leads.add(twin.with("email", lead.get("email")));
            }
        }
        writer.insert("lead", leads);
    }

    private DemoRow lead(
            long id, NamedCsvRecord row, DemoCast cast, DemoWords words, Instant now, RandomGenerator chance) {
        String language = row.getField("language");
        DemoCast.Member owner = cast.representativeFor(language, row.getField("region"), chance);
        Instant came = now.minus(Duration.ofDays(Long.parseLong(row.getField("age"))));
        boolean decided = row.getField("state").equals("DISQUALIFIED");
        return new DemoRow()
                .with("id", id)
                .with("full_name", words.fullName(language, chance))
                .with("company", row.getField("company"))
                .with("job_title", words.pick(language, "title", chance))
                .with("email", "lead" + id + "@mail.example")
                .with("phone", (language.equals("zh") ? "+86 21 5550 1%03d" : "+44 20 7946 1%03d").formatted(id))
                .with("industry", row.getField("industry"))
                .with("country", row.getField("country"))
                .with("region", row.getField("region"))
                .with("city", row.getField("city"))
                .with("source", row.getField("source"))
                .with("state", row.getField("state"))
                .with("reason", empty(row.getField("reason")))
                .with("decided_at", decided ? came.plus(Duration.ofDays(2)) : null)
                .with("answers", answers(Map.of(row.getField("question"), row.getField("answer"))))
                .with("owner_id", owner.id())
                .with("team_id", owner.teamId())
                .since(came, came);
    }

    private PGobject answers(Map<String, String> answers) {
        PGobject object = new PGobject();
        try {
            object.setType("jsonb");
            object.setValue(json.writeValueAsString(answers));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return object;
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}
