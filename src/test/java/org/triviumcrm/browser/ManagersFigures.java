package org.triviumcrm.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a manager reads of one representative, in whole units of the company's currency, and the rows that each figure leads to. */
final class ManagersFigures {

    private static final BigDecimal ROUNDED = new BigDecimal("1.01");

    /** Where they are read: of the forecast the tiles in their order, of a quota that of the year. */
    enum Figure {
        FORECAST_WON(1),
        FORECAST_OPEN(2, 3, 4, 5),
        QUOTA_WON(2),
        QUOTA_SIGNED(2),
        QUOTA_RECEIVED(2);

        private final List<Integer> tiles;

        Figure(Integer... tiles) {
            this.tiles = List.of(tiles);
        }

        private String page(long person) {
            LocalDate today = LocalDate.now();
            String quarter = today.getYear() + "-Q" + ((today.getMonthValue() - 1) / 3 + 1);
            return switch (this) {
                case FORECAST_WON, FORECAST_OPEN -> "/sales/forecast/people/" + person + "?period=" + quarter;
                default ->
                    "/sales/quotas/PERSON/" + person + "?period=" + today.getYear() + "&measure="
                            + name().substring("QUOTA_".length());
            };
        }
    }

    private final DemoCompanyTest story;
    private final long person;
    private final Map<Figure, BigDecimal> before = new EnumMap<>(Figure.class);
    private final int wins;

    /** As they are now. */
    ManagersFigures(DemoCompanyTest story, String representative) {
        this.story = story;
        this.person = story.id(representative);
        story.at("director");
        for (Figure figure : Figure.values()) {
            before.put(figure, read(figure));
        }
        wins = wins(representative);
    }

    /** How a figure has changed since. */
    void changed(Figure figure, BigDecimal by) {
        assertThat(read(figure)
                        .subtract(before.getOrDefault(figure, BigDecimal.ZERO))
                        .subtract(by)
                        .abs())
                .as("%s changes by %s", figure, by)
                .isLessThan(ROUNDED);
    }

    /** The representative has won one more, by the leaderboard, and it is among those that the number leads to. */
    void oneMoreWon(String representative, long opportunity) {
        assertThat(wins(representative)).isEqualTo(wins + 1);
        won(representative).click();
        story.page.waitForURL("**/sales/opportunities?**");
        assertThat(story.page
                        .locator("main a[href$='/sales/opportunities/" + opportunity + "']")
                        .first()
                        .isVisible())
                .isTrue();
    }

    /** A click on the figure leads to a page or list with this record. */
    void leadsTo(Figure figure, String record) {
        read(figure);
        tile(figure.tiles.get(0)).locator("a").click();
        story.page.locator("main a[href$='" + record + "']").first().waitFor();
    }

    private int wins(String representative) {
        story.visit("/insight/people");
        return Integer.parseInt(won(representative).innerText().strip());
    }

    private Locator won(String representative) {
        return story.page
                .locator("#leaderboard tbody tr", new Page.LocatorOptions().setHasText(story.name(representative)))
                .locator("td")
                .nth(1)
                .locator("a")
                .first();
    }

    private BigDecimal read(Figure figure) {
        story.visit(figure.page(person));
        return figure.tiles.stream()
                .map(at -> new BigDecimal(
                        tile(at).locator(".tile-value").innerText().replaceAll("[^0-9.-]", "")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Locator tile(int at) {
        return story.page.locator("main .tile").nth(at - 1);
    }
}
