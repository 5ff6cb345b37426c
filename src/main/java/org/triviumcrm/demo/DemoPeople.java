package org.triviumcrm.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The team tree and the people in it; they share a password of their own, which is not the administrator's. */
@Component
class DemoPeople {

    private final DemoWriter writer;

    DemoPeople(DemoWriter writer) {
        this.writer = writer;
    }

    DemoCast write(@Nullable String passwordHash, Instant since) {
        Map<String, Long> teams = teams(since);
        Iterator<Long> ids = writer.ids("person_seq", DemoFile.PEOPLE.rows().size());
        Map<String, Long> roles = roles();
        List<Map<String, Object>> people = new ArrayList<>();
        List<Map<String, Object>> theirRoles = new ArrayList<>();
        List<DemoCast.Member> members = new ArrayList<>();
        Map<Long, Long> managers = new HashMap<>();
        for (var row : DemoFile.PEOPLE.rows()) {
            long id = ids.next();
            long teamId = Objects.requireNonNull(teams.get(row.getField("team")));
            String role = row.getField("role");
            people.add(new DemoRow()
                    .with("id", id)
                    .with("name", row.getField("name"))
                    .with("sign_in_name", row.getField("sign_in_name"))
                    .with("email", row.getField("sign_in_name") + "@demo.example")
                    .with("password_hash", passwordHash)
                    .with("team_id", teamId)
                    .with("locale", row.getField("locale"))
                    .with("time_zone", row.getField("time_zone"))
                    .since(since, since));
            theirRoles.add(new DemoRow().with("person_id", id).with("role_id", roles.get(role)));
            members.add(new DemoCast.Member(id, teamId, row.getField("team"), role));
            if (row.getField("manages").equals("yes")) {
                managers.put(teamId, id);
            }
        }
        writer.insert("person", people);
        writer.insert("person_role", theirRoles);
        managers.forEach((team, manager) -> writer.database()
                .update(
                        "update team set manager_id = :manager where id = :team",
                        Map.of("manager", manager, "team", team)));
        return new DemoCast(members);
    }

    private Map<String, Long> teams(Instant since) {
        Map<String, Long> teams = new HashMap<>();
        Iterator<Long> ids = writer.ids("team_seq", DemoFile.TEAMS.rows().size());
        for (var row : DemoFile.TEAMS.rows()) {
            teams.put(row.getField("key"), ids.next());
            writer.insert(
                    "team",
                    List.of(new DemoRow()
                            .with("id", teams.get(row.getField("key")))
                            .with("name", row.getField("name"))
                            .with("parent_id", teams.get(row.getField("parent")))
                            .since(since, since)));
        }
        return teams;
    }

    private Map<String, Long> roles() {
        Map<String, Long> roles = new HashMap<>();
        writer.database().query("select id, built_in from role where built_in is not null", row -> {
            roles.put(row.getString("built_in"), row.getLong("id"));
        });
        return roles;
    }
}
