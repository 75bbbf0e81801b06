from openodop.news.rules import joined, paragraphs


def test_an_empty_line_begins_a_paragraph_and_line_breaks_stay():
    assert paragraphs("One\nstill one\r\n\r\n\n  Two  \n\n") == ["One\nstill one", "Two"]


def test_a_list_ends_with_the_word_for_and():
    assert joined((), last="and") == ""
    assert joined(("Vientiane",), last="and") == "Vientiane"
    assert joined(("Vientiane", "Savannakhet", "Champasack"), last="and") == "Vientiane, Savannakhet and Champasack"
