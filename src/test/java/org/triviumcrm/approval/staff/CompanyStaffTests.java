package org.triviumcrm.approval.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.rule.ApproverResolver;
import org.triviumcrm.approval.rule.Asking;
import org.triviumcrm.approval.rule.Seat;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.role.BuiltInRoles;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class CompanyStaffTests {

    @Autowired
    CompanyStaff company;

    @Autowired
    Companies companies;

    @Autowired
    Accounts accounts;

    @Autowired
    BuiltInRoles roles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private long team;
    private long manager;
    private long director;
    private long submitter;

    @BeforeEach
    void twoLevels() {
        long top = accounts.team("Top", null);
        team = accounts.team("Team", top);
        director = accounts.manager(top).personId();
        manager = accounts.manager(team).personId();
        submitter = accounts.representative(team).personId();
    }

    @Test
    void theRulesMeetThePeopleThatThereAre() {
        assertThat(asked(Approvers.teamManager())).containsExactly(manager);
        assertThat(asked(Approvers.superior(2))).containsExactly(director);
        assertThat(asked(new Approvers(ApproverKind.ROLE, List.of(roles.id("sales_manager")), true, 0)))
                .containsExactlyInAnyOrder(manager, director);
        jdbc.sql("update person set active = false where id = ?").param(manager).update();
        assertThat(asked(Approvers.people(manager))).isEqualTo(asked(Approvers.superior(1)));
    }

    @Test
    void somebodyIsAwayFromTheFirstDayToTheLastOne() {
        ZoneId zone = companies.current().map(Company::zone).orElse(ZoneOffset.UTC);
        LocalDate today = LocalDate.now(clock.withZone(zone));
        away(today.minusDays(9), today.minusDays(1));
        away(today.plusDays(1), today.plusDays(9));
        assertThat(asked(Approvers.teamManager())).containsExactly(manager);
        away(today, today);
        assertThat(asked(Approvers.teamManager())).containsExactly(director);
    }

    private void away(LocalDate from, LocalDate until) {
        jdbc.sql("""
                insert into approval_absence (id, person_id, deputy_id, from_day, until_day, created_at, updated_at)
                values (nextval('approval_absence_seq'), ?, ?, ?, ?, now(), now())""").params(manager, director, from, until).update();
    }

    private List<Long> asked(Approvers approvers) {
        return new ApproverResolver(company.now())
                .seats(approvers, EdgeRules.USUAL, new Asking(submitter, team, List.of(), Set.of())).seats().stream()
                        .map(Seat::personId)
                        .toList();
    }
}
