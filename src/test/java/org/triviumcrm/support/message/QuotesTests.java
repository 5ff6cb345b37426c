package org.triviumcrm.support.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Tue, 3 Mar 2026 at 10:00, Support <s@example.com> wrote:\n> Is it plugged in?",
                "On Tue, 3 Mar 2026 at 10:00, Support\n<s@example.com> wrote:\n> Is it plugged in?",
                "Am 03.03.2026 um 10:00 schrieb Support:\n> Is it plugged in?",
                "Le mar. 3 mars 2026, Support a écrit :\n> Is it plugged in?",
                "在 2026年3月3日，客服 <s@example.com> 写道：\n> Is it plugged in?",
                "-----Original Message-----\nFrom: Support\nIs it plugged in?",
                "------------------ 原始邮件 ------------------\n发件人: 客服\nIs it plugged in?",
                "________________________________\nFrom: Support\nSent: Tuesday\n\nIs it plugged in?",
                "From: Support <s@example.com>\nSent: Tuesday\nTo: Anna\nIs it plugged in?",
                "发件人：客服\n发送时间：2026年3月3日\n收件人：安娜\nIs it plugged in?",
                "> Is it plugged in?\n>\n> Regards"
            })
    void whatWasWrittenBeforeIsPartedOff(String quoted) {
        Quotes.Parted parted = Quotes.part("Yes it is.\n\nAnna\n\n" + quoted);
        assertThat(parted.said()).isEqualTo("Yes it is.\n\nAnna");
        assertThat(parted.quoted()).isEqualTo(quoted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Monday it broke.\nI wrote: nothing",
                "> Is it plugged in?\nYes.\n> Really?\nYes.",
                "From: the beginning it was broken",
                "a > b\nc > d",
                "> all of it is repeated"
            })
    void whatIsAWordOfItsOwnStays(String body) {
        assertThat(Quotes.part(body)).isEqualTo(new Quotes.Parted(body, ""));
    }

    @Property
    void nothingIsLost(@ForAll String body) {
        Quotes.Parted parted = Quotes.part(body);
        assertThat((parted.said() + parted.quoted()).replaceAll("\\s", "")).isEqualTo(body.replaceAll("\\s", ""));
    }

    @Test
    void aLongLineTakesNoTime() {
        String line = "on " + "x ".repeat(50_000);
        assertThat(Quotes.part(line).said()).isEqualTo(line);
    }
}
