package org.triviumcrm.marketing.capture;

/** A form to copy into a page of a website. */
final class SampleForm {

    private SampleForm() {}

    /** @param address where the form is sent */
    static String of(String address) {
        return """
                <form method="post" action="%1$s">
                  <label>Name <input name="name" autocomplete="name" required></label>
                  <label>Company <input name="company" autocomplete="organization"></label>
                  <label>E-mail <input name="email" type="email" autocomplete="email"></label>
                  <label>Phone <input name="phone" type="tel" autocomplete="tel"></label>
                  <label>Message <textarea name="note"></textarea></label>
                  <!-- any other field is kept as an answer under its name -->
                  <label>How many sites do you have? <input name="How many sites do you have?"></label>
                  <!-- nobody sees it, so whoever fills it in is a machine -->
                  <div style="position:absolute;left:-9999px" aria-hidden="true"><input name="%2$s" tabindex="-1" autocomplete="off"></div>
                  <!-- says when the page was opened -->
                  <input type="hidden" name="%3$s" id="trivium-ticket">
                  <button>Send</button>
                </form>
                <script>
                  fetch("%1$s/ticket").then(answer => answer.text())
                    .then(ticket => { document.getElementById("trivium-ticket").value = ticket; });
                </script>
                """.formatted(address, Captured.HIDDEN, Captured.TICKET);
    }
}
