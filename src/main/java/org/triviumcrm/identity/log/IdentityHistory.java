package org.triviumcrm.identity.log;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistorySet;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of people, teams and roles. */
@Configuration(proxyBeanMethods = false)
class IdentityHistory {

    @Bean
    HistoryTable personHistory() {
        return new HistoryTable(
                "person",
                "identity.person.one",
                "name",
                "/administration/people/{id}",
                List.of(
                        HistoryField.text("name", "identity.person.name"),
                        HistoryField.text("sign_in_name", "identity.person.signInName"),
                        HistoryField.text("email", "identity.person.email"),
                        new HistoryField("team_id", "identity.person.team", "team"),
                        new HistoryField("active", "identity.person.active", HistoryField.YES_NO),
                        new HistoryField("password_given_at", "identity.person.passwordGivenAt", HistoryField.INSTANT)),
                List.of(new HistorySet(
                        "person_role_aud",
                        "person_id",
                        "s.role_id::text",
                        "identity.person.roles",
                        "role",
                        "roleIds")));
    }

    @Bean
    HistoryTable teamHistory() {
        return new HistoryTable(
                "team",
                "identity.team.one",
                "name",
                "/administration/teams/{id}",
                List.of(
                        HistoryField.text("name", "identity.team.name"),
                        new HistoryField("parent_id", "identity.team.parent", "team"),
                        new HistoryField("manager_id", "identity.team.manager", "person")));
    }

    @Bean
    HistoryTable roleHistory() {
        return new HistoryTable(
                "role",
                "identity.role.one",
                "name",
                "/administration/roles/{id}",
                List.of(new HistoryField("name", "identity.role.name", "role-name")),
                List.of(
                        new HistorySet(
                                "role_permission_aud",
                                "role_id",
                                "s.permission",
                                "identity.role.permissions",
                                "permission",
                                "permissions"),
                        new HistorySet(
                                "role_access_aud",
                                "role_id",
                                "s.record_type || ' ' || s.level",
                                "identity.role.access",
                                "access",
                                "grants")));
    }
}
