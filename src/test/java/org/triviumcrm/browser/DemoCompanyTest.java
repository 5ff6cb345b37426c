package org.triviumcrm.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.setup.SetupService;
import org.triviumcrm.identity.setup.StartCompany;
import org.triviumcrm.testing.SampleFlows;

/** Stories that the people of the demo company live through, once in English and once in Chinese: {@code en}, {@code zh}. */
abstract class DemoCompanyTest extends BrowserTest {

    private static final String PASSWORD = "a long enough sentence";
    private static final String DEMO_PASSWORD = "four kites above the dunes";

    private static final double PATIENCE_MILLIS = 30_000;

    /** Director: above both managers, with nobody above. Neighbour: the manager of another team. */
    private static final Map<String, Map<String, String>> STAFF = Map.of(
            "en",
            Map.of(
                    "director", "margaret.ellison",
                    "manager", "thomas.whitfield",
                    "neighbour", "helen.osborne",
                    "representative", "priya.raman",
                    "colleague", "callum.fraser",
                    "leaver", "daniel.okafor",
                    "agent", "owen.hughes",
                    "marketer", "rachel.moore"),
            "zh",
            Map.of(
                    "director", "zhou.jianguo",
                    "manager", "chen.xiaolin",
                    "neighbour", "lin.zhiqiang",
                    "representative", "wang.haitao",
                    "colleague", "li.siyu",
                    "leaver", "huang.yating",
                    "agent", "he.xin",
                    "marketer", "zheng.mingyue"));

    @Autowired
    protected JdbcClient database;

    @Autowired
    protected SampleFlows flows;

    @Autowired
    private MessageSource messages;

    private String language = "en";

    @BeforeAll
    void company(@Autowired SetupService setup) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        setup.start(new StartCompany(
                "Harbour and Vale", "GBP", "en", "Europe/London", "Alex", "alex", null, PASSWORD, true, DEMO_PASSWORD));
    }

    /** From here on everybody speaks this language, the administrator too. */
    protected void speak(String spoken) {
        language = spoken;
        database.sql("update person set locale = ? where sign_in_name = 'alex'")
                .param(spoken.equals("zh") ? "zh-CN" : "en")
                .update();
    }

    /** One of two texts, by the language that is spoken. */
    protected String said(String english, String chinese) {
        return language.equals("zh") ? chinese : english;
    }

    /** A text of the application in the language that is spoken. */
    protected String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.forLanguageTag(said("en", "zh-CN")));
    }

    /** A picture of the window for the guide in the language that is spoken. */
    protected void guidePicture(String name) {
        picture(language + "/" + name);
    }

    /** What the rules for accessibility find: in one language, as the other one has the same pages. */
    protected void scan() {
        if (language.equals("en")) {
            assertAccessible();
        }
    }

    /** A new window at a desk. @param who a part in the story, or {@code administrator} */
    protected void at(String who) {
        openWindow();
        enter(who);
    }

    /** A new window on a phone. */
    protected void phoneOf(String who) {
        onAPhone();
        enter(who);
    }

    private void enter(String who) {
        if (who.equals("administrator")) {
            slipIn("alex", PASSWORD);
        } else {
            slipIn(signInName(who), DEMO_PASSWORD);
        }
    }

    protected String name(String who) {
        return database.sql("select name from person where sign_in_name = ?")
                .param(signInName(who))
                .query(String.class)
                .single();
    }

    protected long id(String who) {
        return database.sql("select id from person where sign_in_name = ?")
                .param(signInName(who))
                .query(Long.class)
                .single();
    }

    /** These jobs do not wait for their hour. */
    protected void hurry(String... jobs) {
        for (String job : jobs) {
            database.sql(
                            "update scheduled_tasks set execution_time = now() where task_name = ? and not picked and execution_time > now()")
                    .param(job)
                    .update();
        }
    }

    /** An open opportunity of a person, with an amount. */
    protected long openOf(String who) {
        return database.sql(
                        "select min(id) from opportunity where state = 'OPEN' and approval_case_id is null and owner_id = ?")
                .param(id(who))
                .query(Long.class)
                .single();
    }

    /** What stands in one column of an opportunity. */
    protected String of(long opportunity, String column) {
        return database.sql("select " + column + "::text from opportunity where id = ?")
                .param(opportunity)
                .query(String.class)
                .single();
    }

    private String signInName(String who) {
        return STAFF.get(language).get(who);
    }
}
