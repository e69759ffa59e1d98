package hudson;

/** Signature: jenkins-core. */
public class MarkupText extends AbstractMarkupText {
    public MarkupText(String text) {}

    public String getText() {
        throw new UnsupportedOperationException();
    }

    public void addMarkup(int startPos, int endPos, String startTag, String endTag) {
        throw new UnsupportedOperationException();
    }

    public void addMarkup(int pos, String tag) {
        throw new UnsupportedOperationException();
    }
}
