package org.triviumcrm.approval.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.triviumcrm.approval.staff.CompanyStaff;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class AbsenceTests {

    @Autowired
    AbsenceService absences;

    @Autowired
    CompanyStaff staff;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    private Viewer ann;
    private Viewer bob;
    private Viewer carl;
    private Viewer administrator;
    private LocalDate today;

    @BeforeEach
    void people() {
        ann = accounts.representative(null);
        bob = accounts.nobody();
        carl = accounts.nobody();
        administrator = accounts.administrator();
        today = staff.today();
    }

    @Test
    void everybodySeesWhoIsAwayAndTheDeputyIsTold() throws Exception {
        MockHttpServletResponse answer = post(ann, null, today, today.plusDays(5), bob);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/approvals/absences");
        assertThat(page(carl)).contains(ann.name(), bob.name(), "away now").doesNotContain("Back</button>");
        assertThat(page(ann)).contains("Back</button>");
        assertThat(staff.now().deputy(ann.personId())).contains(bob.personId());
        assertThat(jdbc.sql("select person_id from notice where message = 'approval.notice.deputy'")
                        .query(Long.class)
                        .list())
                .containsExactly(bob.personId());
    }

    @Test
    void whatCanNotBeIsSaidAtTheField() throws Exception {
        assertThat(refused(post(ann, null, today, today, ann))).contains("Choose somebody else.");
        assertThat(refused(post(ann, null, today, today.minusDays(1), bob))).contains("Choose a day from today on");
        assertThat(refused(post(ann, null, today.minusDays(9), today.minusDays(1), bob)))
                .contains("Choose a day from today on");
        jdbc.sql("update person set active = false where id = ?")
                .param(carl.personId())
                .update();
        assertThat(refused(post(ann, null, today, today, carl)))
                .contains("can not sign in any more", carl.name(), today.toString());
        enter(ann, today, today.plusDays(3), bob);
        assertThat(refused(post(ann, null, today.plusDays(3), today.plusDays(9), bob)))
                .contains("There is an absence in these days already");
        enter(ann, today.plusDays(4), today.plusDays(9), bob);
    }

    @Test
    void aDeputyWhoIsAwayTooIsShownAndACircleRefused() throws Exception {
        enter(ann, today, today.plusDays(5), bob);
        enter(bob, today.plusDays(3), today.plusDays(9), carl);
        assertThat(page(carl)).containsOnlyOnce("away as well");
        assertThat(refused(post(carl, null, today.plusDays(5), today.plusDays(6), ann)))
                .contains("the deputies lead back");
        // on the days on which Ann is back she can decide for Carl
        enter(carl, today.plusDays(6), today.plusDays(7), ann);
        assertThat(staff.now().deputy(bob.personId())).isEmpty();
    }

    @Test
    void onlyWhoHelpsWithCasesSaysItForOthers() throws Exception {
        assertThat(post(ann, bob, today, today, carl).getStatus()).isEqualTo(403);
        assertThatThrownBy(() -> absences.enter(ann, new EnterAbsence(bob.personId(), today, today, carl.personId())))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(post(administrator, bob, today, today, carl).getStatus()).isEqualTo(302);
        assertThat(staff.now().deputy(bob.personId())).contains(carl.personId());
    }

    @Test
    void whoIsBackEarlierEndsIt() {
        enter(ann, today, today.plusDays(5), bob);
        long id = jdbc.sql("select id from approval_absence").query(Long.class).single();
        assertThatThrownBy(() -> absences.end(bob, id)).isInstanceOf(NotFound.class);
        jdbc.sql("update approval_absence set from_day = from_day - 2").update();
        absences.end(ann, id);
        assertThat(jdbc.sql("select until_day from approval_absence")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today.minusDays(1));
        assertThat(staff.now().deputy(ann.personId())).isEmpty();
        assertThatThrownBy(() -> absences.end(ann, id)).as("it is over").isInstanceOf(NotFound.class);

        enter(ann, today.plusDays(1), today.plusDays(5), bob);
        long coming = jdbc.sql("select max(id) from approval_absence")
                .query(Long.class)
                .single();
        absences.end(administrator, coming);
        assertThat(absences.coming(ann)).isEmpty();
    }

    @Test
    void isChangedWhileItLasts() throws Exception {
        enter(ann, today, today.plusDays(5), bob);
        long id = jdbc.sql("select id from approval_absence").query(Long.class).single();
        String form = mvc.perform(get("/approvals/absences/" + id + "/edit").with(signedIn(ann)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(form).contains("value=\"" + today.plusDays(5) + "\"", bob.name(), "its first day stays");

        assertThat(change(bob, id, 0, today, today.plusDays(5), carl).getStatus())
                .isEqualTo(404);
        assertThat(refused(change(ann, id, 0, today.plusDays(1), today.plusDays(5), carl)))
                .contains("It has begun already", carl.name());
        assertThat(refused(change(ann, id, 0, today, today.plusDays(5), ann))).contains("Choose somebody else.");
        enter(ann, today.plusDays(7), today.plusDays(8), bob);
        assertThat(refused(change(ann, id, 0, today, today.plusDays(7), carl)))
                .contains("There is an absence in these days already");

        assertThat(change(ann, id, 0, today, today.plusDays(6), carl).getRedirectedUrl())
                .isEqualTo("/approvals/absences");
        assertThat(staff.now().deputy(ann.personId())).contains(carl.personId());
        assertThat(jdbc.sql("select count(*) from notice where person_id = ?")
                        .param(carl.personId())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(refused(change(ann, id, 0, today, today.plusDays(5), bob)))
                .as("on a form that was opened before")
                .contains("Somebody has changed this absence");
        assertThat(change(administrator, id, 1, today, today.plusDays(5), bob).getStatus())
                .isEqualTo(302);
    }

    private MockHttpServletResponse change(
            Viewer viewer, long id, int version, LocalDate from, LocalDate until, Viewer deputy) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/approvals/absences/" + id)
                        .param("version", "" + version)
                        .param("from", from.toString())
                        .param("until", until.toString())
                        .param("deputyId", "" + deputy.personId())
                        .with(csrf())
                        .with(signedIn(viewer)))
                .andReturn()
                .getResponse();
    }

    private void enter(Viewer person, LocalDate from, LocalDate until, Viewer deputy) {
        absences.enter(person, new EnterAbsence(null, from, until, deputy.personId()));
    }

    private MockHttpServletResponse post(
            Viewer viewer, @Nullable Viewer person, LocalDate from, LocalDate until, Viewer deputy) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/approvals/absences")
                        .param("personId", person == null ? "" : "" + person.personId())
                        .param("from", from.toString())
                        .param("until", until.toString())
                        .param("deputyId", "" + deputy.personId())
                        .with(csrf())
                        .with(signedIn(viewer)))
                .andReturn()
                .getResponse();
    }

    private static String refused(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(422);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(Viewer viewer) throws Exception {
        return mvc.perform(get("/approvals/absences").with(signedIn(viewer)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
