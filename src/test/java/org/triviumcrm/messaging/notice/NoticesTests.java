package org.triviumcrm.messaging.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What somebody is told, in whose language, and how it is read. */
@IntegrationTest
class NoticesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    Notices notices;

    @Autowired
    NoticeRepository rows;

    @Autowired
    NoticeTexts texts;

    @Autowired
    Format format;

    private Viewer ann;
    private Viewer li;

    @BeforeEach
    void people() {
        ann = accounts.nobody();
        li = accounts.nobody();
        database.sql("update person set locale = 'zh-CN', time_zone = 'Asia/Shanghai' where id = " + li.personId())
                .update();
    }

    @Test
    void eachReadsItInTheOwnLanguage() throws Exception {
        tell("Bob", "Deal");
        mvc.perform(get("/notices").with(signedIn(ann)))
                .andExpect(content().string(containsString("Bob gave you the opportunity “Deal”")));
        mvc.perform(get("/notices/latest").with(signedIn(li)))
                .andExpect(content().string(containsString("Bob把商机“Deal”转交给您")));
    }

    @Test
    void argumentsAreWrittenAsTheReceiverWritesThem() {
        StaticMessageSource words = new StaticMessageSource();
        words.setUseCodeAsDefaultMessage(true);
        words.addMessage("all", Locale.ENGLISH, "{0}|{1}|{2}|{3}|{4}");
        words.addMessage("all", Locale.SIMPLIFIED_CHINESE, "{0}|{1}|{2}|{3}|{4}");
        words.addMessage("deals", Locale.ENGLISH, "{0,choice,1#one deal|1<{0} deals}");
        words.addMessage("deals", Locale.SIMPLIFIED_CHINESE, "{0} 个商机");
        List<String> written = List.of(NoticeArguments.write(List.of(
                "a\nb",
                LocalDate.of(2026, 3, 5),
                Instant.parse("2026-03-05T23:30:00Z"),
                new Notices.Money(new BigDecimal("1250.50"), "EUR"),
                new Notices.Count("deals", 1))));
        NoticeTexts these = new NoticeTexts(words, format);

        assertThat(these.line("all", written, Locale.ENGLISH, ZoneId.of("UTC")))
                .isEqualTo("a b|Mar 5, 2026|Mar 5, 2026, 11:30 PM|€1,250.50|one deal");
        assertThat(these.line("all", written, Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai")))
                .isEqualTo("a b|2026年3月5日|2026年3月6日 07:30|€1,250.50|1 个商机");
        assertThat(LocaleContextHolder.getLocaleContext()).as("left as it was").isNull();
    }

    @Test
    void aNoticeWhoseWordsAreGoneSaysSomething() {
        assertThat(texts.line("no.such.key", List.of("s:x"), Locale.ENGLISH, ZoneId.of("UTC")))
                .isEqualTo("Something concerning you has changed.");
    }

    @Test
    void readingItLeadsToWhatItIsAbout() throws Exception {
        tell("Bob", "Deal");
        long id = newest(ann);
        mvc.perform(get("/live/counts").with(signedIn(ann)))
                .andExpect(jsonPath("$.notices").value(1));

        mvc.perform(get("/notices/" + id).with(signedIn(li))).andExpect(status().isNotFound());
        assertThat(rows.unread(ann.personId(), 100)).isEqualTo(1);
        mvc.perform(get("/notices/" + id).with(signedIn(ann))).andExpect(redirectedUrl("/sales/opportunities/7"));

        mvc.perform(get("/live/counts").with(signedIn(ann)))
                .andExpect(jsonPath("$.notices").value(0));
        mvc.perform(get("/live/counts").with(signedIn(li)))
                .andExpect(jsonPath("$.notices").value(1));
        mvc.perform(get("/notices").param("unread", "true").with(signedIn(ann)))
                .andExpect(
                        content().string(allOf(containsString("Nothing unread"), not(containsString("Bob gave you")))));
        mvc.perform(get("/notices").with(signedIn(ann))).andExpect(content().string(containsString("Bob gave you")));
    }

    @Test
    void whatCameAfterTheListWasSeenStaysUnread() throws Exception {
        tell("Bob", "First");
        tell("Bob", "Second");
        long seen = newest(ann);
        tell("Bob", "Third");

        mvc.perform(post("/notices/reading")
                        .param("upTo", "" + seen)
                        .with(csrf())
                        .with(signedIn(ann)))
                .andExpect(redirectedUrl("/notices"));

        assertThat(rows.page(ann.personId(), true, null, 10))
                .extracting(NoticeRow::arguments)
                .containsExactly(List.of("s:Bob", "s:Third"));
        assertThat(rows.unread(li.personId(), 100)).isEqualTo(3);
    }

    @Test
    void thePagesFollowOneAnother() throws Exception {
        for (int i = 0; i < NoticeService.SIZE + 2; i++) {
            tell("Bob", "Deal %02d.".formatted(i));
        }
        List<NoticeRow> all = rows.page(ann.personId(), false, null, 100);
        long last = all.get(NoticeService.SIZE - 1).id();
        mvc.perform(get("/notices").with(signedIn(ann)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Deal 51."),
                                containsString("Deal 02."),
                                not(containsString("Deal 01.")),
                                containsString("before=" + last))));
        mvc.perform(get("/notices").param("before", "" + last).with(signedIn(ann)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Deal 01."),
                                containsString("Deal 00."),
                                not(containsString("Deal 02.")),
                                not(containsString("before=")))));
    }

    @Test
    void whoIsSwitchedOffIsNotTold() {
        database.sql("update person set active = false where id = " + li.personId())
                .update();
        tell("Bob", "Deal");
        assertThat(rows.page(li.personId(), false, null, 10)).isEmpty();
        assertThat(rows.page(ann.personId(), false, null, 10)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "customers", ""})
    void linksStayHere(String link) {
        assertThatThrownBy(() -> notices.tell(List.of(ann.personId()), "sales.notice.given", List.of("a", "b"), link))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCanNotBeWrittenDownIsRefused() {
        assertThatThrownBy(() -> NoticeArguments.write(List.of(new Object())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oldOnesAreForgotten() {
        tell("Bob", "Deal");
        database.sql("update notice set created_at = now() - interval '400 days' where person_id = " + ann.personId())
                .update();
        assertThat(rows.forget(Instant.now().minus(ForgottenNotices.KEPT))).isFalse();
        assertThat(rows.page(ann.personId(), false, null, 10)).isEmpty();
        assertThat(rows.page(li.personId(), false, null, 10)).hasSize(1);
    }

    private void tell(String giver, String deal) {
        notices.tell(
                List.of(ann.personId(), li.personId()),
                "sales.notice.given",
                List.of(giver, deal),
                "/sales/opportunities/7");
    }

    private long newest(Viewer person) {
        return rows.page(person.personId(), false, null, 1).get(0).id();
    }
}
