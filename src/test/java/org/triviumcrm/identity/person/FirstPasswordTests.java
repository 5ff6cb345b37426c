package org.triviumcrm.identity.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Many people get their first password at once, and nobody loses one. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class FirstPasswordTests {

    private static final String PATH = "/administration/people/first-passwords";

    /** Two letters or digits that look alike never appear: 0 and o, 1, l and i. */
    private static final Pattern PASSWORD = Pattern.compile(">((?:[a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4})<");

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    JdbcClient jdbc;

    private Viewer administrator;
    private Viewer ann;
    private Viewer bob;

    @BeforeEach
    void people() {
        administrator = accounts.administrator();
        ann = named("Ann Newcomer", accounts.representative(null));
        bob = named("Bob Newcomer", accounts.representative(null));
    }

    @Test
    void everybodyWhoWaitsGetsOneThatOpensTheDoorOnce(CapturedOutput output) throws Exception {
        String page = page(give(ann, bob)
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().string(containsString("2 people have a first password.")))
                .andExpect(content().string(containsString(signInName(ann)))));

        List<String> passwords = passwords(page);
        assertThat(passwords).hasSize(2).doesNotHaveDuplicates();
        assertThat(encoder.matches(passwords.get(0), hash(ann))).isTrue();
        assertThat(encoder.matches(passwords.get(1), hash(bob))).isTrue();
        assertThat(output.getAll()).doesNotContain(passwords);

        mvc.perform(post("/sign-in").with(csrf()).param("name", signInName(ann)).param("password", passwords.get(0)))
                .andExpect(redirectedUrl("/"));
        mvc.perform(get("/").with(signedIn(ann))).andExpect(redirectedUrl("/account/password"));
        mvc.perform(post("/account/password")
                        .servletPath("/account/password")
                        .with(csrf())
                        .with(signedIn(ann))
                        .param("current", passwords.get(0))
                        .param("password", "seven quiet lanterns"))
                .andExpect(status().is3xxRedirection());
        assertThat(encoder.matches(passwords.get(0), hash(ann))).isFalse();
        mvc.perform(get("/").with(signedIn(ann))).andExpect(status().isOk());
    }

    @Test
    void thePageBeforeNamesWhatWillHappenAndChangesNothing() throws Exception {
        ask(ann, bob, administrator)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2 people get a first password.")))
                .andExpect(content().string(containsString("Ann Newcomer")))
                .andExpect(content().string(containsString("that is you")));
        assertThat(hash(ann)).isNull();
    }

    @Test
    void allThatTheListFindsCanBeChosen() throws Exception {
        mvc.perform(post(PATH + "/question")
                        .with(csrf())
                        .with(signedIn(administrator))
                        .param("all", "true")
                        .param("q", "newcomer")
                        .param("status", "never"))
                .andExpect(content().string(containsString("2 people get a first password.")))
                .andExpect(content().string(containsString("name=\"ids\" value=\"" + ann.personId())))
                .andExpect(content().string(not(containsString("value=\"" + administrator.personId() + "\""))));
    }

    @Test
    void nobodyLosesThePasswordThatIsTheOwn() throws Exception {
        Viewer here = named("Here Already", accounts.representative(null));
        owns(here, "hash of the own");
        signedInBefore(here);
        owns(administrator, "hash of the administrator");
        Viewer gone = named("Gone Away", accounts.representative(null));
        jdbc.sql("update person set active = false where id = ?")
                .param(gone.personId())
                .update();

        String page = page(give(ann, here, gone, administrator).andExpect(status().isOk()));

        assertThat(passwords(page)).hasSize(1);
        assertThat(page).contains("Here Already: has signed in already", "Gone Away: is switched off", "that is you");
        assertThat(hash(here)).isEqualTo("hash of the own");
        assertThat(hash(gone)).isNull();
        assertThat(hash(administrator)).isEqualTo("hash of the administrator");
        give(here, gone, administrator).andExpect(status().isUnprocessableContent());
    }

    @Test
    void sentAgainItDoesNotReplaceThemUnlessAskedFor() throws Exception {
        give(ann).andExpect(status().isOk());
        String first = hash(ann);

        give(ann)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("who has not used the first password yet")));
        assertThat(hash(ann)).isEqualTo(first);

        mvc.perform(post(PATH)
                        .with(csrf())
                        .with(signedIn(administrator))
                        .param("ids", "" + ann.personId())
                        .param("replacing", "true"))
                .andExpect(status().isOk());
        assertThat(hash(ann)).isNotEqualTo(first);
    }

    @Test
    void withNobodyTickedItSaysSo() throws Exception {
        give().andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nobody is chosen who could get a first password.")));
        ask().andExpect(content().string(containsString("Nobody is chosen who could get a first password.")));
    }

    @Test
    void atMostTwoHundredAtATime() throws Exception {
        for (int i = 0; i < GiveFirstPasswords.MOST; i++) {
            named("Zz newcomer " + i, accounts.nobody());
        }
        String page = page(mvc.perform(post(PATH + "/question")
                        .with(csrf())
                        .with(signedIn(administrator))
                        .param("all", "true")
                        .param("q", "newcomer"))
                .andExpect(content().string(containsString("202 people could get one.")))
                .andExpect(content().string(containsString("200 people get a first password.")))
                .andExpect(content().string(containsString("and 190 more"))));
        assertThat(page.split("name=\"ids\"", -1)).hasSize(201);

        List<String> ids = new ArrayList<>();
        for (int i = 0; i <= GiveFirstPasswords.MOST; i++) {
            ids.add("" + (ann.personId() + i));
        }
        mvc.perform(post(PATH).with(csrf()).with(signedIn(administrator)).param("ids", ids.toArray(String[]::new)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("At most 200 people")));
        assertThat(hash(ann)).isNull();
    }

    @Test
    void onlyWhoManagesPeopleMayAndOnlyAnAdministratorForAnAdministrator() throws Exception {
        Viewer helper = accounts.representative(null);
        mvc.perform(post(PATH).with(csrf()).with(signedIn(helper)).param("ids", "" + ann.personId()))
                .andExpect(status().isForbidden());
        assertThat(hash(ann)).isNull();

        jdbc.sql(
                        "insert into role_permission select role_id, 'identity.person.manage' from person_role where person_id = ?")
                .param(helper.personId())
                .update();
        mvc.perform(post(PATH).with(csrf()).with(signedIn(helper)).param("ids", "" + administrator.personId()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("is an administrator")));
        assertThat(hash(administrator)).isNull();
    }

    private ResultActions give(Viewer... people) throws Exception {
        return send(PATH, people);
    }

    private ResultActions ask(Viewer... people) throws Exception {
        return send(PATH + "/question", people);
    }

    private ResultActions send(String path, Viewer... people) throws Exception {
        var request = post(path).with(csrf()).with(signedIn(administrator));
        for (Viewer person : people) {
            request.param("ids", "" + person.personId());
        }
        return mvc.perform(request);
    }

    private Viewer named(String name, Viewer person) {
        jdbc.sql("update person set name = ? where id = ?")
                .params(name, person.personId())
                .update();
        return person;
    }

    private void owns(Viewer person, String hash) {
        jdbc.sql("update person set password_hash = ? where id = ?")
                .params(hash, person.personId())
                .update();
    }

    private void signedInBefore(Viewer person) {
        jdbc.sql("insert into sign_in (at, person_id, name, address, browser, outcome)"
                        + " values (now(), ?, 'x', '127.0.0.1', '', 'SIGNED_IN')")
                .param(person.personId())
                .update();
    }

    private @Nullable String hash(Viewer person) {
        return jdbc.sql("select password_hash from person where id = ?")
                .param(person.personId())
                .query((row, number) -> row.getString(1))
                .list()
                .get(0);
    }

    private String signInName(Viewer person) {
        return jdbc.sql("select sign_in_name from person where id = ?")
                .param(person.personId())
                .query(String.class)
                .single();
    }

    private static String page(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    private static List<String> passwords(String page) {
        return PASSWORD.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
