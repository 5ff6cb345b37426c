package org.triviumcrm.support.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails as they come from all over the world, sound and broken. */
class MailReaderTests {

    private static final String WHOLE = """
            From: =?UTF-8?B?5p2O5Zub?= <li@example.cn>
            To: Support <support@example.com>
            Subject: =?GB2312?B?tPLTobv6?=
            Message-ID: <one@example.cn>
            In-Reply-To: <two@example.com>
            References: <three@example.com>
             <two@example.com>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/related; boundary=inner

            --inner
            Content-Type: multipart/alternative; boundary=both

            --both
            Content-Type: text/plain; charset=utf-8

            The printer is broken
            --both
            Content-Type: text/html; charset=utf-8

            <p onclick="x()">The <b>printer</b> is broken</p><script>alert(1)</script><img src="cid:pic">
            --both--
            --inner
            Content-Type: image/png; name=pic.png
            Content-ID: <pic>
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --inner--
            --outer
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*=UTF-8''%E8%AF%B4%E6%98%8E.pdf
            Content-Transfer-Encoding: base64

            JVBERi0xLjQK
            --outer
            Content-Type: message/rfc822

            From: someone@example.com
            Subject: Forwarded

            Inside
            --outer--
            """;

    @Test
    void everythingFindsItsPlace() throws Exception {
        ReadMail mail = read(WHOLE);
        assertThat(mail.internetId()).isEqualTo("one@example.cn");
        assertThat(mail.from()).isEqualTo("li@example.cn");
        assertThat(mail.fromName()).isEqualTo("李四");
        assertThat(mail.subject()).isEqualTo("打印机");
        assertThat(mail.answers()).containsExactly("two@example.com", "three@example.com");
        assertThat(mail.recipients()).containsExactly("Support <support@example.com>");
        assertThat(mail.text()).isEqualTo("The printer is broken");
        assertThat(mail.html()).contains("<b>printer</b>", "cid:pic").doesNotContain("script", "onclick");
        assertThat(mail.parts()).extracting(ReadPart::name).containsExactly("pic.png", "说明.pdf", "file-3.eml");
        assertThat(mail.parts().get(0).contentId()).isEqualTo("pic");
        assertThat(mail.parts().get(1).content()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(mail.parts().get(2).content(), StandardCharsets.UTF_8))
                .contains("Subject: Forwarded", "Inside");
        assertThat(mail.nature()).isEqualTo(MailNature.PERSON);
        assertThat(mail.quiet()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "gb2312, GB18030, 打印机坏了，請幫忙",
        "gbk, GBK, 打印机坏了",
        "'', UTF-8, Übermäßig 打印机",
        "us-ascii, UTF-8, Übermäßig",
        "no-such-charset, UTF-8, 打印机",
        "iso-8859-1, windows-1252, Größe “so”",
        "iso-2022-jp, ISO-2022-JP, こんにちは"
    })
    void aTextIsReadAsItIsMeant(String said, String charset, String text) throws Exception {
        String head = "From: a@b.example\r\nContent-Type: text/plain" + (said.isEmpty() ? "" : "; charset=" + said)
                + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
        assertThat(MailReader.read(bytes(head, text.getBytes(Charset.forName(charset))))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void htmlAloneIsReadAsText() throws Exception {
        ReadMail mail = read(
                "From: a@b.example\nContent-Type: text/html\n\n<html><head><title>x</title><style>p{}</style></head><body>"
                        + "<p>Dear&nbsp;all,</p><p>one<br>two</p><ul><li>first<li>second</ul><a href='https://example.com/x'>here</a></body></html>");
        assertThat(mail.text()).isEqualTo("Dear all,\n\none\ntwo\n\n- first\n- second\n\nhere <https://example.com/x>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no headers at all",
                "From: a@b.example\nContent-Type: multipart/mixed\n\n--x\n\nwithout a border\n--x--",
                "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\nno part ever begins",
                "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nnever ends",
                "From: a@b.example\nContent-Type: ;;;=\n\nwords",
                "From: a@b.example\nContent-Transfer-Encoding: no-such\n\nwords",
                "From: a@b.example\nContent-Transfer-Encoding: base64\n\n!!! no base64 !!!",
                "From: <<<>>>\nSubject: =?x?y?z?=\nDate: never\nMessage-ID: <>\n\nwords",
                "From: =?UTF-8?Q?=E6=9D=8E?=\nTo: undisclosed-recipients:;\n\nwords"
            })
    void whatIsBrokenCostsThatPartOnly(String raw) throws Exception {
        ReadMail mail = read(raw);
        assertThat(mail.text()).isNotNull();
        if (raw.contains("words")) {
            assertThat(mail.text()).isEqualTo("words");
        }
        if (raw.contains("never ends")) {
            assertThat(mail.text()).isEqualTo("never ends");
        }
        if (raw.contains("without a border")) {
            assertThat(mail.text()).contains("without a border");
        }
    }

    @Test
    void aMailThatBeginsInTheMiddleOfAHeaderIsRead() throws MessagingException {
        for (String start : List.of(" of a header\r\n", "\tof a header\r\n", " ", "\t\n\n")) {
            byte[] raw = (start + "From: anna@example.com\r\n\r\nwords").getBytes(StandardCharsets.US_ASCII);
            assertThat(MailReader.read(raw).text()).contains("words");
            assertThat(MailReader.unread(raw).text()).contains("words");
        }
    }

    @Property(tries = 300)
    void nothingThatComesIsTooMuch(@ForAll @Size(max = 2000) byte[] noise) throws MessagingException {
        MailReader.read(noise);
        MailReader.unread(noise);
    }

    @Property(tries = 300)
    void aMailOfWhichSomethingIsLostIsStillRead(
            @ForAll @IntRange(max = 1500) int from, @ForAll @IntRange(max = 200) int length) throws MessagingException {
        int begin = Math.min(from, WHOLE.length());
        int end = Math.min(begin + length, WHOLE.length());
        MailReader.read(crlf(WHOLE.substring(0, begin) + WHOLE.substring(end)));
    }

    @Test
    void partsWithinPartsWithinPartsComeToAnEnd() throws Exception {
        StringBuilder raw = new StringBuilder("From: a@b.example\n");
        for (int i = 0; i < 2000; i++) {
            raw.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        assertThat(read(raw + "\nwords").parts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Subject: Help                                                          | PERSON",
                "Auto-Submitted: no                                                     | PERSON",
                "Auto-Submitted: auto-replied                                           | AUTO_REPLY",
                "Auto-Submitted: auto-replied (vacation)                                | AUTO_REPLY",
                "Auto-Submitted: auto-generated                                         | GENERATED",
                "X-Autoreply: yes                                                       | AUTO_REPLY",
                "Precedence: auto_reply                                                 | AUTO_REPLY",
                "Precedence: bulk                                                       | LIST",
                "List-Id: <news.example.com>                                            | LIST",
                "List-Unsubscribe: <mailto:x@example.com>                               | LIST",
                "Return-Path: <>                                                        | AUTO_REPLY",
                "Return-Path: <a@b.example>                                             | PERSON",
                "Subject: Automatic reply: your ticket                                  | AUTO_REPLY",
                "Subject: =?UTF-8?B?6Ieq5Yqo5Zue5aSNOiDmgqjlpb0=?=                      | AUTO_REPLY",
                "Subject: Re: Automatic reply: your ticket                              | PERSON",
                "Subject: Autoclave is broken                                           | PERSON"
            })
    void programsAreTold(String header, MailNature nature) throws Exception {
        assertThat(read("From: a@b.example\n" + header + "\n\nwords").nature()).isEqualTo(nature);
    }

    @Test
    void aProgramThatAnswersIsNoCustomer() throws Exception {
        assertThat(read("From: a@b.example\nAuto-Submitted: auto-generated\nIn-Reply-To: <x@y>\n\nwords")
                        .nature())
                .isEqualTo(MailNature.AUTO_REPLY);
        ReadMail suppressed = read("From: a@b.example\nX-Auto-Response-Suppress: All\n\nwords");
        assertThat(suppressed.nature()).isEqualTo(MailNature.PERSON);
        assertThat(suppressed.quiet()).isTrue();
    }

    @Test
    void aBounceSaysWhyAndWhatCameBack() throws Exception {
        ReadMail mail = read("""
                From: MAILER-DAEMON@mx.example
                Subject: Undelivered Mail
                Content-Type: multipart/report; report-type=delivery-status; boundary=x

                --x

                I am sorry.
                --x
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; anna@example.com
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1
                 no such user

                --x
                Content-Type: message/rfc822

                Message-ID: <ours@example.com>
                Subject: Re: Printer

                Hello
                --x--
                """);
        assertThat(mail.nature()).isEqualTo(MailNature.BOUNCE);
        assertThat(mail.quiet()).isTrue();
        assertThat(mail.bounced()).isNotNull();
        assertThat(mail.bounced().reason()).isEqualTo("smtp; 550 5.1.1 no such user");
        assertThat(mail.bounced().returned()).contains("<ours@example.com>");
        assertThat(mail.text()).isEqualTo("I am sorry.");
    }

    @Test
    void answersGoToWhereTheSenderWantsThem() throws Exception {
        ReadMail mail = read("From: no-reply@shop.example\nReply-To: Anna <anna@example.com>\n\nwords");
        assertThat(mail.address()).isEqualTo("anna@example.com");
        assertThat(mail.withoutAnswersTo(java.util.List.of("anna@example.com")).address())
                .isEqualTo("no-reply@shop.example");
    }

    private static ReadMail read(String raw) throws MessagingException {
        return MailReader.read(crlf(raw));
    }

    private static byte[] crlf(String raw) {
        return raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String head, byte[] body) {
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = java.util.Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, whole, first.length, body.length);
        return whole;
    }
}
