package org.triviumcrm.approval.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.identity.role.BuiltInRoles;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class FlowDiagramTests {

    @Autowired
    ITemplateEngine templates;

    @Autowired
    StepWords words;

    @Autowired
    Accounts accounts;

    @Autowired
    BuiltInRoles roles;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void showsAndSaysEveryStepWithoutScript(String language) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        String svg = draw(locale, steps(locale));

        assertThat(svg).startsWith("<svg").contains("role=\"img\"", "class=\"step present\"", "&lt;b&gt;");
        assertThat(svg).doesNotContain("<script", "style=", "onclick", "<b>", "??");
        String desc = svg.substring(svg.indexOf("<desc>"), svg.indexOf("</desc>"));
        assertThat(desc)
                .contains(
                        locale.equals(Locale.ENGLISH)
                                ? "Step 1, Manager &lt;b&gt;: Manager of the record&#39;s team; Reminded every 1 day"
                                : "第 1 步，Manager &lt;b&gt;：记录所属团队的负责人; 每 1 天催办一次");
        assertThat(desc).contains("50%");
        Path out = Path.of("target", "flow-diagram-" + language + ".svg");
        Files.writeString(out, svg);
    }

    @Test
    void nothingToDecideLeadsStraightToTheEnd() {
        String svg = draw(Locale.ENGLISH, List.of());
        assertThat(svg).contains("Submitted", "Approved").doesNotContain(">Rejected<");
    }

    @Test
    void stepsDoNotTouchEachOther() {
        FlowDiagram diagram = FlowDiagram.of(steps(Locale.ENGLISH));
        int below = FlowDiagram.PILL_HEIGHT;
        for (FlowDiagram.Card card : diagram.cards()) {
            assertThat(card.y()).isGreaterThan(below);
            below = card.y() + card.height();
            int end = below;
            assertThat(card.texts())
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(text.y()).isBetween(card.y(), end));
        }
        assertThat(diagram.ends()).isGreaterThan(below);
        assertThat(diagram.height()).isGreaterThan(diagram.ends() + FlowDiagram.PILL_HEIGHT);
        assertThat(diagram.ways()).filteredOn(way -> way.kind().equals("skip")).hasSize(1);
    }

    private List<DiagramStep> steps(Locale locale) {
        long team = accounts.team("West", null);
        long person = accounts.manager(team).personId();
        long role = roles.id("sales_manager");
        List<Step> steps = List.of(
                step("Manager <b>", Approvers.teamManager(), Mode.ALL, 24, null),
                step(
                        "总监审批：金额超过五十万的商机需要区域总监书面同意后方可赢单",
                        Approvers.roles(role),
                        Mode.PERCENTAGE,
                        24,
                        new TimeLimit(48, TimeLimit.Outcome.ESCALATE, person)),
                step(
                        "Chief",
                        new Approvers(ApproverKind.TEAM_MANAGER, List.of(team), false, 0),
                        Mode.ANY_ONE,
                        null,
                        new TimeLimit(48, TimeLimit.Outcome.REJECT, null)),
                step(
                        "Line",
                        new Approvers(ApproverKind.ROLE, List.of(role), true, 0),
                        Mode.IN_SEQUENCE,
                        null,
                        new TimeLimit(4, TimeLimit.Outcome.APPROVE, null)),
                step(
                        "Above",
                        Approvers.superior(1),
                        Mode.ALL,
                        null,
                        new TimeLimit(4, TimeLimit.Outcome.ESCALATE, null)),
                step("Far above", Approvers.superior(3), Mode.ALL, null, null),
                step("Named", Approvers.people(person), Mode.ANY_ONE, null, null),
                step("Chosen", Approvers.choice(), Mode.ANY_ONE, null, null),
                step("Chosen from", new Approvers(ApproverKind.CHOICE, List.of(role), false, 0), Mode.ALL, null, null));
        List<DiagramStep> drawn = new ArrayList<>();
        for (Step step : steps) {
            drawn.add(new DiagramStep(
                    step.name(),
                    words.of(step, locale),
                    drawn.size() == 1,
                    Set.of(0).contains(drawn.size())
                            ? DiagramStep.Standing.DONE
                            : drawn.size() == 1 ? DiagramStep.Standing.PRESENT : DiagramStep.Standing.AHEAD));
        }
        return drawn;
    }

    private static Step step(String name, Approvers approvers, Mode mode, Integer remind, TimeLimit limit) {
        return new Step("s1", name, ConditionGroup.ALWAYS, approvers, mode, 50, remind, limit);
    }

    private String draw(Locale locale, List<DiagramStep> steps) {
        Context context = new Context(locale);
        context.setVariable("diagram", FlowDiagram.of(steps));
        return templates.process("approval/diagram", Set.of("diagram"), context).strip();
    }
}
