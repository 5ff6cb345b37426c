package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.setup.SetupService;
import org.triviumcrm.identity.setup.StartCompany;

/**
 * An administrator says what goes into a pool, the job takes it there, a representative claims as much as allowed and gives back
 * what was a mistake, and the keeper gives the rest to somebody: in both languages, at a desk and on a phone.
 */
class ThePoolTests extends BrowserTest {

    /** Those that the guide shows. */
    static final Set<String> PICTURES = Set.of("pool", "pool-rules", "pool-claimed");

    private static final String PASSWORD = "a long enough sentence";
    private static final String DEMO_PASSWORD = "four kites above the dunes";
    private static final double PATIENCE_MILLIS = 30_000;
    private static final String FORM = "#dialog[open] form, main .card-narrow form";

    private static final Map<String, Map<String, String>> STAFF = Map.of(
            "en",
                    Map.of(
                            "keeper", "margaret.ellison",
                            "representative", "priya.raman",
                            "colleague", "callum.fraser"),
            "zh", Map.of("keeper", "zhou.jianguo", "representative", "wang.haitao", "colleague", "li.siyu"));

    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "en",
            Map.of(
                    "pool", "Sleeping deals",
                    "claim", "Claim",
                    "yours", "The opportunity is yours now.",
                    "back", "The opportunity is back in the pool.",
                    "limit", "The limit of 2 claims a day is reached.",
                    "assigned", "2 opportunities are assigned."),
            "zh",
            Map.of(
                    "pool", "沉睡商机",
                    "claim", "领取",
                    "yours", "商机已归您负责。",
                    "back", "商机已退回公海。",
                    "limit", "已达到每日领取上限（2 个）",
                    "assigned", "已分配 2 个商机。"));

    @Autowired
    JdbcClient database;

    @Autowired
    List<Task<?>> tasks;

    private String language;

    @BeforeAll
    void company(@Autowired SetupService setup) throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        setup.start(new StartCompany(
                "Harbour and Vale", "GBP", "en", "Europe/London", "Alex", "alex", null, PASSWORD, true, DEMO_PASSWORD));
        database.sql("update opportunity_pool set position = position + 10").update(); // the new ones come first
        for (String folder : STAFF.keySet()) {
            Files.createDirectories(Path.of("docs", "guide", "pictures", folder));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void whatSleepsIsTakenBackClaimedAndAssigned(String spoken) {
        language = spoken;
        long pool = makeAPool();
        runTheJob();
        long first = oneIn(pool);
        claimOneByMistake(pool, first);
        claimUpToTheLimit(pool);
        assignTheRest(pool);
    }

    private long makeAPool() {
        database.sql("update person set locale = ? where sign_in_name = 'alex'")
                .param(language.equals("zh") ? "zh-CN" : "en")
                .update();
        openWindow();
        signIn("alex", PASSWORD);
        visit("/administration/pools");
        page.locator("a[href$='/administration/pools/new']").first().click();
        page.locator("[name=name]").fill(word("pool"));
        String team = String.valueOf(database.sql("select team_id from person where sign_in_name = ?")
                .param(STAFF.get(language).get("keeper"))
                .query(Long.class)
                .single());
        page.locator("[name=teamId]").selectOption(team);
        choose(page.locator("main"), "keeperId", name("keeper"));
        page.locator("[name=position]").fill("1");
        page.locator("[name=noProgressDays]").fill("10");
        page.locator("[name=sparesPlanned]").uncheck();
        page.locator("[name=noticeDays]").fill("0");
        page.locator("[name=mostClaims]").fill("2");
        page.locator("[name=restDays]").fill("0"); // some of these are of who claims
        page.locator("button[name=preview]").click();
        assertThat(page.locator("#pool-preview tbody tr")).hasCount(1);
        assertAccessible();
        picture(language + "/pool-rules");
        page.locator("main form button[type=submit]").first().click();
        assertThat(page.locator("main table")).containsText(word("pool"));
        return database.sql("select id from opportunity_pool where name = ?")
                .param(word("pool"))
                .query(Long.class)
                .single();
    }

    private void runTheJob() {
        tasks.stream()
                .filter(task -> task.getName().equals("sales-recycle-opportunities"))
                .forEach(task -> run((RecurringTask<?>) task));
    }

    private static <T> void run(RecurringTask<T> task) {
        task.execute(new TaskInstance<>(task.getName(), RecurringTask.INSTANCE), null);
    }

    private void claimOneByMistake(long pool, long id) {
        openWindow();
        signIn(STAFF.get(language).get("representative"), DEMO_PASSWORD);
        visit("/sales/pool?f.pool=" + pool);
        String region = database.sql(
                        "select c.region from opportunity o join customer c on c.id = o.customer_id where o.id = ?")
                .param(id)
                .query(String.class)
                .single();
        int all = page.locator("#results tbody tr").count();
        page.locator("#results a[aria-expanded]").first().click();
        assertThat(page.locator("#filters select[name='f.country']")).hasCount(1);
        visit("/sales/pool?f.pool=" + pool + "&f.region=" + region);
        assertThat(page.locator("#chips")).containsText(region);
        Assertions.assertThat(page.locator("#results tbody tr").count()).isBetween(1, all);
        Locator claim = row(id).locator("button[data-key=c]");
        assertThat(claim.locator("span")).isVisible();
        Assertions.assertThat(claim.innerText().strip()).isEqualTo(word("claim"));
        Assertions.assertThat(claim.locator("span").boundingBox().width)
                .as("said in words at a desk as well")
                .isGreaterThan(20);
        assertAccessible();
        visit("/sales/pool");
        picture(language + "/pool");
        row(id).locator("button[data-key=c]").click();
        assertThat(page.locator("#notices")).containsText(word("yours"));
        assertThat(page.locator("main h1")).isVisible();
        settle();
        assertAccessible();
        picture(language + "/pool-claimed");
        page.locator("#notices form button").click();
        assertThat(page.locator("#notices")).containsText(word("back"));
        assertThat(row(id)).hasCount(1);
    }

    /** What was given back at once is one of the claims of the day. */
    private void claimUpToTheLimit(long pool) {
        onAPhone();
        signIn(STAFF.get(language).get("representative"), DEMO_PASSWORD);
        visit("/sales/pool?f.pool=" + pool);
        assertFits();
        screenshot("phone-pool-" + language);
        page.locator("#results tbody tr button[data-key=c]").first().click();
        assertThat(page.locator("#notices")).containsText(word("yours"));
        assertFits();
        visit("/sales/pool?f.pool=" + pool);
        page.locator("#results tbody tr button[data-key=c]").first().click();
        assertThat(page.locator("main")).containsText(word("limit"));
        assertFits();
        assertAccessible();
        Assertions.assertThat(database.sql("select count(*) from pool_move where pool_id = ? and cause = 'CLAIMED'")
                        .param(pool)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private void assignTheRest(long pool) {
        openWindow();
        signIn(STAFF.get(language).get("keeper"), DEMO_PASSWORD);
        visit("/sales/pool?f.pool=" + pool);
        for (int row = 0; row < 2; row++) {
            page.locator("#results tbody tr input[type=checkbox]").nth(row).check();
        }
        page.locator("button[formaction$='/sales/pool/assignment']").click();
        Locator dialog = page.locator(FORM);
        dialog.locator("button[type=submit]").last().click();
        assertThat(dialog.locator(".invalid-feedback").first()).isVisible();
        choose(dialog, "personId", name("colleague"));
        assertAccessible();
        dialog.locator("button[type=submit]").last().click();
        assertThat(page.locator("#notices")).containsText(word("assigned"));
        Assertions.assertThat(database.sql("""
                        select count(*) from pool_move m join opportunity o on o.id = m.opportunity_id
                        join person p on p.id = o.owner_id
                        where m.pool_id = ? and m.cause = 'ASSIGNED' and p.sign_in_name = ? and o.state = 'OPEN'""")
                        .params(List.of(pool, STAFF.get(language).get("colleague")))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private long oneIn(long pool) {
        List<Long> ids = database.sql("""
                        select o.id from opportunity o join customer c on c.id = o.customer_id
                        where o.pool_id = ? and c.region is not null order by o.state_entered_at desc, o.id desc""").param(pool).query(Long.class).list();
        Assertions.assertThat(ids).as("what the job took").hasSizeGreaterThan(3);
        return ids.get(0);
    }

    private Locator row(long id) {
        return page.locator("#results tbody tr")
                .filter(new Locator.FilterOptions().setHas(page.locator("input[name=ids][value='" + id + "']")));
    }

    private String word(String key) {
        return WORDS.get(language).get(key);
    }

    private String name(String who) {
        return database.sql("select name from person where sign_in_name = ?")
                .param(STAFF.get(language).get(who))
                .query(String.class)
                .single();
    }
}
