package org.triviumcrm.testing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * For tests with a real mail server on this machine, SMTP and IMAP, which they share as they share the application. Who signs in
 * there has the name as password. Each test sends by itself: no job runs.
 */
@CommittingTest
@ContextConfiguration(initializers = TestDatabase.Mailed.class, inheritInitializers = false)
public abstract class MailServerTest {

    protected static final GreenMail SERVER = new GreenMail(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            })
            .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());

    @Autowired
    protected JavaMailSenderImpl sender;

    @Autowired
    @Qualifier("sendOutbox")
    private Task<Void> sending;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        properties.add("trivium.mail.from", () -> "Trivium <crm@example.com>");
        properties.add("trivium.public-url", () -> "https://crm.example.com/");
        properties.add("db-scheduler.enabled", () -> "false");
    }

    @BeforeEach
    void emptyServer() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        sender.setPort(SERVER.getSmtp().getPort());
    }

    /** What the job does when it comes by. */
    protected void sendDue() {
        sending.execute(new TaskInstance<>(sending.getName(), "test"), null);
    }

    protected static List<MimeMessage> inbox(String address) {
        return List.of(SERVER.getReceivedMessagesForDomain(address));
    }

    /** Plain text, then HTML. */
    protected static String body(MimeMessage message, int part) throws Exception {
        MimeMultipart mixed = (MimeMultipart) message.getContent();
        MimeMultipart related = (MimeMultipart) mixed.getBodyPart(0).getContent();
        MimeMultipart alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        return (String) alternative.getBodyPart(part).getContent();
    }
}
